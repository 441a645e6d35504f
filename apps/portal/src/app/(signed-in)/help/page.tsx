import { getTranslations } from 'next-intl/server';
import { HelpPage } from '@/features/ticket/help-page';
import { caller, requireActor } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('help') };
}

export default async function Help() {
  await requireActor();
  return <HelpPage tickets={await (await caller()).ticket.listOwn()} />;
}
