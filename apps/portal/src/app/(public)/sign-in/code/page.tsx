import { TextLink } from '@ascent/ui';
import { getTranslations } from 'next-intl/server';
import { platformConfig } from '@/env';
import { AppLink } from '@/features/shell/app-link';
import { CodeForm } from '@/features/sign-in/code-form';
import { SignInFrame } from '@/features/sign-in/sign-in-frame';
import { withNext } from '@/features/sign-in/with-next';
import { nextAddress } from '@/server/next-address';
import { first } from '@/server/search-param';

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('code'))('title') };
}

export default async function CodePage({ searchParams }: Props) {
  const t = await getTranslations('code');
  const next = nextAddress(first((await searchParams).next));
  return (
    <SignInFrame title={t('title')} intro={t('intro')} mailbox={platformConfig().localMailbox}>
      <CodeForm next={next} />
      <p>
        <TextLink href={withNext('/sign-in', next)} Link={AppLink}>
          {t('back')}
        </TextLink>
      </p>
    </SignInFrame>
  );
}
