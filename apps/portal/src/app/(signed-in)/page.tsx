import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { toParams } from '@/features/grid/grid-query';
import { NoRelease } from '@/features/release/no-release';
import { OverviewPage } from '@/features/release/overview-page';
import { readOverviewView } from '@/features/release/overview-view';
import { caller, currentRelease, requireActor } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('overview') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Home({ searchParams }: Props) {
  const actor = await requireActor();
  if (actor.kind === 'host') redirect('/admin/support');
  const release = await currentRelease();
  if (!release) return <NoRelease title={(await getTranslations('nav'))('overview')} />;
  const overview = await (await caller()).release.overview();
  const view = readOverviewView(toParams(await searchParams), overview.entered.accounts);
  return <OverviewPage overview={overview} release={release} view={view} />;
}
