import { getTranslations } from 'next-intl/server';
import { toParams } from '@/features/grid/grid-query';
import { NoRelease } from '@/features/release/no-release';
import { RenewalsPage } from '@/features/renewals/renewals-page';
import { currentRelease, requireActor } from '@/server/reader';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('renewals') };
}

export default async function Renewals({ searchParams }: Props) {
  const actor = await requireActor();
  const release = await currentRelease();
  if (!release) return <NoRelease title={(await getTranslations('nav'))('renewals')} />;
  return <RenewalsPage release={release} actor={actor} params={toParams(await searchParams)} />;
}
