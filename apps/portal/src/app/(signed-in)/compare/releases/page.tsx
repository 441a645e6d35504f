import { getTranslations } from 'next-intl/server';
import { CompareReleasesPage } from '@/features/compare/releases-page';
import { NoRelease } from '@/features/release/no-release';
import { caller, currentRelease, orNotFound, requireActor } from '@/server/reader';
import { first } from '@/server/search-param';

type Props = { searchParams: Promise<{ a?: string | string[]; b?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('compare'))('titles.releases') };
}

export default async function CompareReleases({ searchParams }: Props) {
  await requireActor();
  const release = await currentRelease();
  if (!release) return <NoRelease title={(await getTranslations('nav'))('compare')} />;
  const { a, b } = await searchParams;
  const asked = { a: short(a), b: short(b) };
  const found = await orNotFound((await caller()).compare.releases(asked));
  return <CompareReleasesPage found={found} release={release} />;
}

function short(value: string | string[] | undefined): string | undefined {
  return first(value)?.slice(0, 40) || undefined;
}
