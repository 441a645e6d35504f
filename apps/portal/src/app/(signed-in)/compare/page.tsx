import { redirect } from 'next/navigation';
import { requireActor } from '@/server/reader';

export default async function Compare() {
  await requireActor();
  redirect('/compare/releases');
}
