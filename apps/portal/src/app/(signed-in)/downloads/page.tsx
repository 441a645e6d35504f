import { ReportName } from '@ascent/schemas';
import { getTranslations } from 'next-intl/server';
import { NoRelease } from '@/features/release/no-release';
import { DownloadsPage } from '@/features/report/downloads-page';
import { caller, currentRelease, requireActor } from '@/server/reader';

type Props = { searchParams: Promise<{ report?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('nav'))('downloads') };
}

export default async function Downloads({ searchParams }: Props) {
  await requireActor();
  const release = await currentRelease();
  if (!release) return <NoRelease title={(await getTranslations('nav'))('downloads')} />;
  const asked = ReportName.safeParse((await searchParams).report);
  const reports = await (await caller()).report.list();
  return <DownloadsPage reports={reports} release={release} chosen={asked.success ? asked.data : 'm365'} />;
}
