import { getTranslations } from 'next-intl/server';
import { AudiencesPage } from '@/features/audience/audiences-page';
import { NoRelease } from '@/features/release/no-release';
import { caller, currentRelease, requireActor } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('audiences') };
}

export default async function Audiences() {
  const actor = await requireActor();
  const release = await currentRelease();
  if (!release) return <NoRelease title={(await getTranslations('nav'))('audiences')} />;
  const audiences = await (await caller()).audience.list();
  return <AudiencesPage audiences={audiences} release={release} mayFreeze={actor.runsCampaigns} />;
}
