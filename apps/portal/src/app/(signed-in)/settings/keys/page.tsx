import { getTranslations } from 'next-intl/server';
import { KeysPage } from '@/features/setting/keys-page';
import { caller, orNotFound, requireActor } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('settings'))('keys') };
}

export default async function Keys() {
  await requireActor();
  return <KeysPage keys={await orNotFound((await caller()).key.list())} />;
}
