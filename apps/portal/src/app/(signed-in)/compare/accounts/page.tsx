import { getTranslations } from 'next-intl/server';
import { CompareAccountsPage } from '@/features/compare/accounts-page';
import { readPair } from '@/features/compare/accounts-query';
import { FindAccount } from '@/features/compare/find-account';
import { toParams } from '@/features/grid/grid-query';
import { NoRelease } from '@/features/release/no-release';
import { caller, currentRelease, orNotFound, requireActor } from '@/server/reader';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('compare'))('titles.accounts') };
}

export default async function CompareAccounts({ searchParams }: Props) {
  await requireActor();
  const release = await currentRelease();
  if (!release) return <NoRelease title={(await getTranslations('nav'))('compare')} />;
  const pair = readPair(toParams(await searchParams));
  // What the page explains: the first product unless another one is asked for.
  const { products } = release.catalogue;
  const product = (products.find(({ id }) => id === pair.product) ?? products[0]!).id;
  const { get } = (await caller()).account;
  const read = (accountId: string | undefined) =>
    accountId ? orNotFound(get({ accountId, product })) : null;
  const [a, b] = await Promise.all([read(pair.a), read(pair.b)]);
  const find = a && b ? null : <FindAccount pair={pair} />;
  return <CompareAccountsPage a={a} b={b} pair={{ ...pair, product }} release={release} find={find} />;
}
