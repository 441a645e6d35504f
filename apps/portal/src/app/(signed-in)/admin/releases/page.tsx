import { getTranslations } from 'next-intl/server';
import { ReleasesPage } from '@/features/release/releases-page';
import { caller, requireHostStaff } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('releases') };
}

export default async function Releases() {
  await requireHostStaff();
  return <ReleasesPage releases={await (await caller()).release.list()} />;
}
