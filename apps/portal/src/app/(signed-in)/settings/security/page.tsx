import { getTranslations } from 'next-intl/server';
import { SecurityPage } from '@/features/security/security-page';
import { caller, requireActor } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('security'))('title') };
}

export default async function Security() {
  await requireActor();
  return <SecurityPage security={await (await caller()).security.get()} />;
}
