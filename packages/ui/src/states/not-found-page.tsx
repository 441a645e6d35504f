import type { Locale } from '@ascent/schemas';
import { LinkButton } from '../controls/link-button';
import type { LinkComponent } from '../link';
import { Page } from '../shell/page';
import { uiWords } from '../words/words';
import { NotFoundState } from './not-found-state';

/** The same page for what does not exist and for what is somebody else's. */
export function NotFoundPage({ locale, Link }: { locale: Locale; Link?: LinkComponent }) {
  const words = uiWords(locale);
  const toStart = (
    <LinkButton href="/" Link={Link}>
      {words.toStart}
    </LinkButton>
  );
  return (
    <Page>
      <NotFoundState ask={words.askAdmin} actions={toStart} locale={locale} />
    </Page>
  );
}
