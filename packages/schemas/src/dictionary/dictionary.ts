import type { ReportColumn, ReportName } from './column';
import { REPORT_COLUMNS } from './report-columns';

/** The documented columns of a report, in file order. */
export function reportColumns(report: ReportName): ReportColumn[] {
  return REPORT_COLUMNS.filter((column) => column.report === report);
}

export function reportDataset(report: ReportName): string {
  return reportColumns(report)[0]!.dataset;
}

/** The columns that a role may see; a forbidden column does not exist for it. */
export function visibleColumns(report: ReportName, seesSensitive: boolean): ReportColumn[] {
  return reportColumns(report).filter((column) => seesSensitive || !column.sensitive);
}
