import { getTranslations } from 'next-intl/server';
import { toParams } from '@/features/grid/grid-query';
import { MatrixPage } from '@/features/matrix/matrix-page';
import { NoRelease } from '@/features/release/no-release';
import { currentRelease, requireActor } from '@/server/reader';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('matrix') };
}

export default async function Matrix({ searchParams }: Props) {
  const actor = await requireActor();
  const release = await currentRelease();
  if (!release) return <NoRelease title={(await getTranslations('nav'))('matrix')} />;
  return <MatrixPage release={release} actor={actor} params={toParams(await searchParams)} />;
}
