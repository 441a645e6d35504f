import { getTranslations } from 'next-intl/server';
import { ModelPage } from '@/features/model/model-page';
import { caller, orNotFound, requireHostStaff } from '@/server/reader';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('models'))('card') };
}

export default async function Model({ params }: Props) {
  await requireHostStaff();
  const id = decodeURIComponent((await params).id);
  return <ModelPage model={await orNotFound((await caller()).model.get({ id }))} />;
}
