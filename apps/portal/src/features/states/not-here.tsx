import { LinkButton, NotFoundState, Page } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';

/** The same page for what does not exist and for what is somebody else's. */
export function NotHere() {
  const t = useTranslations('states');
  return (
    <Page>
      <NotFoundState
        ask={t('askAdmin')}
        actions={
          <LinkButton href="/" Link={AppLink}>
            {t('toStart')}
          </LinkButton>
        }
        locale={useAppLocale()}
      />
    </Page>
  );
}
