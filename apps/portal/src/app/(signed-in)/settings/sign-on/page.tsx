import { getTranslations } from 'next-intl/server';
import { SsoPage } from '@/features/sso/sso-page';
import { caller, orNotFound, requireActor } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('signOn'))('title') };
}

/** For account admins; for anybody else it does not exist. */
export default async function SignOn() {
  await requireActor();
  return <SsoPage providers={await orNotFound((await caller()).sso.list())} />;
}
