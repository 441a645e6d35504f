import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { platformConfig } from '@/env';
import { Outside } from '@/features/sign-in/outside';
import { SignInForm } from '@/features/sign-in/sign-in-form';
import { SignInFrame } from '@/features/sign-in/sign-in-frame';
import { nextAddress } from '@/server/next-address';
import { caller, currentActor } from '@/server/reader';
import { first } from '@/server/search-param';

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('submit') };
}

export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations('signIn');
  const next = nextAddress(first((await searchParams).next));
  if (await currentActor()) redirect(next);
  const me = await (await caller()).security.whoAmI();
  return (
    <SignInFrame
      title={t('title')}
      intro={me ? undefined : t('intro')}
      mailbox={platformConfig().localMailbox}
    >
      {me ? <Outside email={me.email} /> : <SignInForm next={next} />}
    </SignInFrame>
  );
}
