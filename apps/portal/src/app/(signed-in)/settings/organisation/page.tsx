import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OrganisationPage } from '@/features/setting/organisation-page';
import { caller, requireActor } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('settings'))('organisation') };
}

export default async function Organisation() {
  const actor = await requireActor();
  if (!actor.isAdmin) notFound();
  return <OrganisationPage settings={await (await caller()).setting.get()} name={actor.partnerName} />;
}
