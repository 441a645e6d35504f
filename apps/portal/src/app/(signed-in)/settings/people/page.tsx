import { getTranslations } from 'next-intl/server';
import { PeoplePage } from '@/features/people/people-page';
import { caller, orNotFound, requireActor } from '@/server/reader';

type Props = { searchParams: Promise<{ person?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('title') };
}

export default async function People({ searchParams }: Props) {
  const actor = await requireActor();
  const calls = await caller();
  const [people, { places, all }, invites, access] = await orNotFound(
    Promise.all([calls.people.list(), calls.people.places(), calls.invite.list(), calls.distributor.list()]),
  );
  const [chosen] = [(await searchParams).person ?? []].flat();
  return (
    <PeoplePage
      {...{ people, places, all, invites, access, partnerId: actor.partnerId }}
      chosen={chosen ?? null}
    />
  );
}
