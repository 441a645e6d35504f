import { getTranslations } from 'next-intl/server';
import { FreezePage } from '@/features/audience/freeze-page';
import { NoRelease } from '@/features/release/no-release';
import { caller, currentRelease, requireActor } from '@/server/reader';

type Props = { searchParams: Promise<{ cohort?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('freeze'))('title') };
}

export default async function Freeze({ searchParams }: Props) {
  const actor = await requireActor();
  const release = await currentRelease();
  if (!release) return <NoRelease title={(await getTranslations('freeze'))('title')} />;
  const cohorts = await (await caller()).cohort.list();
  const [asked] = [(await searchParams).cohort ?? []].flat();
  return <FreezePage cohorts={cohorts} release={release} asked={asked} mayFreeze={actor.runsCampaigns} />;
}
