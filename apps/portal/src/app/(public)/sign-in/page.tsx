import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { platformConfig } from '@/env';
import { SignInForm } from '@/features/sign-in/sign-in-form';
import { SignInFrame } from '@/features/sign-in/sign-in-frame';
import { nextAddress } from '@/server/next-address';
import { currentActor } from '@/server/reader';

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('submit') };
}

export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations('signIn');
  const next = nextAddress([(await searchParams).next ?? []].flat()[0]);
  if (await currentActor()) redirect(next);
  return (
    <SignInFrame title={t('title')} intro={t('intro')} mailbox={platformConfig().localMailbox}>
      <SignInForm next={next} />
    </SignInFrame>
  );
}
