import { getTranslations } from 'next-intl/server';
import { AccountsPage } from '@/features/grid/accounts-page';
import { toParams } from '@/features/grid/grid-query';
import { NoRelease } from '@/features/release/no-release';
import { currentRelease, requireActor } from '@/server/reader';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('accounts') };
}

export default async function Accounts({ searchParams }: Props) {
  const actor = await requireActor();
  const release = await currentRelease();
  if (!release) return <NoRelease title={(await getTranslations('nav'))('accounts')} />;
  return <AccountsPage release={release} actor={actor} params={toParams(await searchParams)} />;
}
