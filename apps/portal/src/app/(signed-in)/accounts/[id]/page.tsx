import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AccountPage } from '@/features/account/account-page';
import { caller, currentActor, currentRelease, orNotFound, requireActor } from '@/server/reader';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ product?: string | string[] }>;
};

const account = cache(async (accountId: string) => orNotFound((await caller()).account.get({ accountId })));

export async function generateMetadata({ params }: Props) {
  if (!(await currentActor())) return {};
  return { title: String((await account((await params).id)).profile.AccountName ?? '') };
}

export default async function Account({ params, searchParams }: Props) {
  await requireActor();
  const release = await currentRelease();
  if (!release) notFound();
  const [asked] = [(await searchParams).product ?? []].flat();
  return <AccountPage account={await account((await params).id)} release={release} asked={asked} />;
}
