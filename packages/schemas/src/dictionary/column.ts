import { z } from 'zod';
import { Words } from '../text';

export const ReportName = z.enum(['agreement-renewal', 'azure', 'd365', 'm365', 'security', 'surface']);
export type ReportName = z.infer<typeof ReportName>;

export const ColumnType = z.enum(['string', 'integer', 'decimal', 'date', 'enum', 'yesno', 'list']);
export type ColumnType = z.infer<typeof ColumnType>;

/** One column of one report. A sensitive column exists only for an executive report viewer. */
export const ReportColumn = z.object({
  report: ReportName,
  dataset: z.string(),
  position: z.int().positive(),
  header: z.string(),
  type: ColumnType,
  sensitive: z.boolean(),
  words: Words,
});
export type ReportColumn = z.infer<typeof ReportColumn>;
