import { TextLink } from '@ascent/ui';
import { getTranslations } from 'next-intl/server';
import { platformConfig } from '@/env';
import { AppLink } from '@/features/shell/app-link';
import { ForgotForm } from '@/features/sign-in/forgot-form';
import { SignInFrame } from '@/features/sign-in/sign-in-frame';

export async function generateMetadata() {
  return { title: (await getTranslations('forgot'))('title') };
}

export default async function ForgotPage() {
  const t = await getTranslations('forgot');
  return (
    <SignInFrame title={t('title')} intro={t('intro')} mailbox={platformConfig().localMailbox}>
      <ForgotForm />
      <p>
        <TextLink href="/sign-in" Link={AppLink}>
          {t('back')}
        </TextLink>
      </p>
    </SignInFrame>
  );
}
