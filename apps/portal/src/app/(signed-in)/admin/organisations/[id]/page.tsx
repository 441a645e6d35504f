import { getTranslations } from 'next-intl/server';
import { OrganisationPage } from '@/features/organisation/organisation-page';
import { caller, orNotFound, requireHostStaff } from '@/server/reader';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('organisations'))('name') };
}

export default async function Organisation({ params }: Props) {
  await requireHostStaff();
  const { organisation: calls } = await caller();
  const id = decodeURIComponent((await params).id);
  const organisation = await orNotFound(calls.get({ id }));
  return <OrganisationPage organisation={organisation} others={(await calls.list({})).lines} />;
}
