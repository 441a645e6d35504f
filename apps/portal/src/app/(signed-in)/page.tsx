import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NoRelease } from '@/features/release/no-release';
import { OverviewPage } from '@/features/release/overview-page';
import { caller, currentRelease, requireActor } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('overview') };
}

export default async function Home() {
  const actor = await requireActor();
  if (actor.kind === 'host') redirect('/admin/support');
  const release = await currentRelease();
  if (!release) return <NoRelease title={(await getTranslations('nav'))('overview')} />;
  return <OverviewPage overview={await (await caller()).release.overview()} release={release} />;
}
