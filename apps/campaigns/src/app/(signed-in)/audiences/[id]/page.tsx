import { cache } from 'react';
import { AudiencePage } from '@/features/audience/audience-page';
import { caller, currentActor, currentRelease, orNotFound, requireActor } from '@/server/reader';

type Props = { params: Promise<{ id: string }> };

const audience = cache(async (id: string) => orNotFound((await caller()).audience.get({ id })));

export async function generateMetadata({ params }: Props) {
  if (!(await currentActor())) return {};
  return { title: (await audience((await params).id)).name };
}

export default async function Audience({ params }: Props) {
  await requireActor();
  const { id } = await params;
  return <AudiencePage audience={await audience(id)} release={await currentRelease()} />;
}
