import { getTranslations } from 'next-intl/server';
import { FeedbackQueuePage } from '@/features/feedback/queue-page';
import { caller, currentRelease, requireHostStaff } from '@/server/reader';

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('corrections') };
}

export default async function FeedbackQueue() {
  await requireHostStaff();
  const [lines, release] = await Promise.all([(await caller()).feedback.queue(), currentRelease()]);
  return <FeedbackQueuePage lines={lines} catalogue={release?.catalogue ?? null} />;
}
