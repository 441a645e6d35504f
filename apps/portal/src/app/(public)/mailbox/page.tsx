import { getTranslations } from 'next-intl/server';
import { MailboxPage } from '@/features/mailbox/mailbox-page';
import { caller, orNotFound } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('mailbox') };
}

/** Open to all where it exists: whoever resets a password is not signed in yet. */
export default async function Mailbox() {
  return <MailboxPage mails={await orNotFound((await caller()).mailbox.list())} />;
}
