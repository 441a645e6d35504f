import { getTranslations } from 'next-intl/server';
import { CohortsPage } from '@/features/cohort/cohorts-page';
import { NoRelease } from '@/features/release/no-release';
import { caller, currentRelease, requireActor } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('cohorts') };
}

export default async function Cohorts() {
  const actor = await requireActor();
  const release = await currentRelease();
  if (!release) return <NoRelease title={(await getTranslations('nav'))('cohorts')} />;
  const cohorts = await (await caller()).cohort.list();
  return <CohortsPage cohorts={cohorts} release={release} mayFreeze={actor.runsCampaigns} />;
}
