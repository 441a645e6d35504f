import { getTranslations } from 'next-intl/server';
import { OrganisationsPage } from '@/features/organisation/organisations-page';
import { caller, orNotFound, requireHostStaff } from '@/server/reader';
import { first } from '@/server/search-param';

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('organisations') };
}

export default async function Organisations({ searchParams }: Props) {
  await requireHostStaff();
  const search = (first((await searchParams).q) ?? '').slice(0, 100);
  const found = await orNotFound((await caller()).organisation.list({ search }));
  return <OrganisationsPage {...found} search={search} />;
}
