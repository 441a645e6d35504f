import { EmptyState } from '@ascent/ui';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CompareCohortPage } from '@/features/compare/cohort-page';
import { CompareFrame } from '@/features/compare/compare-frame';
import { NoRelease } from '@/features/release/no-release';
import { caller, currentRelease, requireActor } from '@/server/reader';
import { first } from '@/server/search-param';

type Props = { searchParams: Promise<{ cohort?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('compare'))('titles.cohort') };
}

export default async function CompareCohort({ searchParams }: Props) {
  await requireActor();
  const release = await currentRelease();
  const t = await getTranslations();
  if (!release) return <NoRelease title={t('nav.compare')} />;
  const { cohorts } = release.catalogue;
  const asked = first((await searchParams).cohort);
  const cohort = asked ? cohorts.find(({ id }) => id === asked) : cohorts[0];
  if (asked && !cohort) notFound();
  if (!cohort)
    return (
      <CompareFrame at="cohort" release={release}>
        <EmptyState title={t('compare.noCohorts')} level={2} />
      </CompareFrame>
    );
  const found = await (await caller()).compare.cohort({ cohort: cohort.id });
  return <CompareCohortPage found={found} release={release} />;
}
