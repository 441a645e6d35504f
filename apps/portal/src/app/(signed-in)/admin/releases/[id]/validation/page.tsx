import { getTranslations } from 'next-intl/server';
import { ValidationPage } from '@/features/validation/validation-page';
import { caller, orNotFound, requireHostStaff } from '@/server/reader';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ product?: string | string[] }>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('validation'))('title') };
}

export default async function Validation({ params, searchParams }: Props) {
  await requireHostStaff();
  const id = decodeURIComponent((await params).id);
  const review = await orNotFound((await caller()).release.validation({ id }));
  const [asked] = [(await searchParams).product ?? []].flat();
  return <ValidationPage review={review} asked={asked} />;
}
