import { LinkButton, Note } from '@ascent/ui';
import { getTranslations } from 'next-intl/server';
import { platformConfig } from '@/env';
import { AppLink } from '@/features/shell/app-link';
import { ResetForm } from '@/features/sign-in/reset-form';
import { SignInFrame } from '@/features/sign-in/sign-in-frame';

type Props = { searchParams: Promise<{ token?: string | string[] }> };

/** The address holds the token: no other site may learn it. Without any referrer the browser would hide the origin from our own check too. */
const REFERRER = 'same-origin';

export async function generateMetadata() {
  return { title: (await getTranslations('reset'))('title'), referrer: REFERRER };
}

export default async function ResetPage({ searchParams }: Props) {
  const t = await getTranslations('reset');
  const [token] = [(await searchParams).token ?? []].flat();
  return (
    <SignInFrame title={t('title')} intro={t('intro')} mailbox={platformConfig().localMailbox}>
      {token ? (
        <ResetForm token={token} />
      ) : (
        <>
          <Note tone="warn">{t('failures.refused')}</Note>
          <LinkButton href="/forgot" variant="primary" size="l" block Link={AppLink}>
            {t('again')}
          </LinkButton>
        </>
      )}
    </SignInFrame>
  );
}
