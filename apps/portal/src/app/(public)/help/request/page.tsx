import { TextLink } from '@ascent/ui';
import { getTranslations } from 'next-intl/server';
import { platformConfig } from '@/env';
import { AppLink } from '@/features/shell/app-link';
import { SignInFrame } from '@/features/sign-in/sign-in-frame';
import { PublicRequest } from '@/features/ticket/public-request';

export async function generateMetadata() {
  return { title: (await getTranslations('publicHelp'))('title') };
}

export default async function PublicHelpPage() {
  const t = await getTranslations('publicHelp');
  return (
    <SignInFrame title={t('title')} intro={t('intro')} mailbox={platformConfig().localMailbox}>
      <PublicRequest />
      <p>
        <TextLink href="/sign-in" Link={AppLink}>
          {t('back')}
        </TextLink>
      </p>
    </SignInFrame>
  );
}
