import { getTranslations } from 'next-intl/server';
import { toParams } from '@/features/grid/grid-query';
import { AuditPage } from '@/features/setting/audit-page';
import { readAuditQuery } from '@/features/setting/audit-query';
import { caller, orNotFound, requireActor } from '@/server/reader';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('settings'))('audit') };
}

export default async function Audit({ searchParams }: Props) {
  await requireActor();
  const query = readAuditQuery(toParams(await searchParams));
  return <AuditPage query={query} page={await orNotFound((await caller()).audit.list(query))} />;
}
