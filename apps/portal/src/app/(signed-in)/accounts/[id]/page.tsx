import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AccountPage } from '@/features/account/account-page';
import { caller, currentActor, currentRelease, orNotFound, requireActor } from '@/server/reader';
import { first } from '@/server/search-param';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ product?: string | string[] }>;
};

const account = cache(async (accountId: string, product: string | undefined) =>
  orNotFound((await caller()).account.get({ accountId, product })),
);

export async function generateMetadata(props: Props) {
  if (!(await currentActor())) return {};
  return { title: String((await asked(props)).profile.AccountName ?? '') };
}

export default async function Account(props: Props) {
  await requireActor();
  const release = await currentRelease();
  if (!release) notFound();
  return <AccountPage account={await asked(props)} release={release} />;
}

async function asked({ params, searchParams }: Props) {
  return account((await params).id, first((await searchParams).product)?.slice(0, 100));
}
