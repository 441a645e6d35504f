import { LinkButton, Note, TextLink } from '@ascent/ui';
import { getTranslations } from 'next-intl/server';
import { platformConfig } from '@/env';
import { AppLink } from '@/features/shell/app-link';
import { SignInFrame } from '@/features/sign-in/sign-in-frame';
import { VerifyForm } from '@/features/sign-in/verify-form';
import { first } from '@/server/search-param';

type Props = { searchParams: Promise<{ done?: string | string[]; error?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('verify'))('title') };
}

/** Where the link of the mail ends, and where one asks for another. */
export default async function VerifyPage({ searchParams }: Props) {
  const t = await getTranslations('verify');
  const { done, error } = await searchParams;
  const failed = first(error) !== undefined;
  const confirmed = first(done) !== undefined && !failed;
  return (
    <SignInFrame
      title={t('title')}
      intro={confirmed ? undefined : t('intro')}
      mailbox={platformConfig().localMailbox}
    >
      {confirmed ? (
        <>
          <Note tone="ok" title={t('doneTitle')}>
            {t('doneText')}
          </Note>
          <LinkButton href="/sign-in" variant="primary" size="l" block Link={AppLink}>
            {t('toSignIn')}
          </LinkButton>
        </>
      ) : (
        <>
          {failed && <Note tone="warn">{t('expired')}</Note>}
          <VerifyForm />
          <p>
            <TextLink href="/sign-in" Link={AppLink}>
              {t('back')}
            </TextLink>
          </p>
        </>
      )}
    </SignInFrame>
  );
}
