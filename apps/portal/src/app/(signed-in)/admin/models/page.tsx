import { getTranslations } from 'next-intl/server';
import { ModelsPage } from '@/features/model/models-page';
import { caller, requireHostStaff } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('models') };
}

export default async function Models() {
  await requireHostStaff();
  return <ModelsPage models={await (await caller()).model.list()} />;
}
