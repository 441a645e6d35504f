import { getTranslations } from 'next-intl/server';
import { PreferencesPage } from '@/features/setting/preferences-page';
import { caller, requireActor } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('settings'))('preferences') };
}

export default async function Preferences() {
  await requireActor();
  return <PreferencesPage preferences={await (await caller()).preference.get()} />;
}
