import { type ReportColumn, ReportName, reportDataset, visibleColumns } from '@ascent/schemas';
import { readerOf } from '../access/reader';
import type { Context } from '../context';
import { requireRelease } from '../release/shown';

export type ReportSummary = {
  report: ReportName;
  dataset: string;
  rows: number;
  columns: ReportColumn[];
  fileName: string;
};

/** The six reports as the actor would get them now. */
export async function listReports(context: Context): Promise<ReportSummary[]> {
  const release = await requireRelease(context.platform.app);
  const reader = readerOf(context);
  const [accounts, agreements] = await Promise.all([
    reader.count({ releaseId: release.id }),
    reader.countAgreements({ releaseId: release.id }),
  ]);
  return ReportName.options.map((report) => ({
    report,
    dataset: reportDataset(report),
    rows: report === 'agreement-renewal' ? agreements : accounts,
    columns: visibleColumns(report, context.actor.seesSensitive),
    fileName: `${report}-${release.id}.csv`,
  }));
}
