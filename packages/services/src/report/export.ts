import { pipeline, Readable } from 'node:stream';
import { withTenant } from '@ascent/db';
import { AccountQuery, type ReportColumn, ReportName } from '@ascent/schemas';
import type { Select } from '@ascent/warehouse';
import { z } from 'zod';
import { readerOf } from '../access/reader';
import { appendAudit } from '../audit/append';
import type { Context, ShownRelease } from '../context';
import { ServiceError } from '../errors';
import { foundBy } from '../grid/list';
import { PlainText } from '../plain-text';
import { publishedById, requireRelease } from '../release/shown';
import { organisationSettings } from '../setting/settings';
import { cellText } from './cell';
import { chosenColumns, storedColumn } from './columns';
import { type CsvShape, csvCell, csvWriter } from './csv';

export const ReportRequest = z.object({
  report: ReportName,
  columns: z.array(z.string()).optional(),
  /** A published release by its id; the current one by default. */
  release: PlainText.max(40).optional(),
  /** The grid's filters, so that a file holds exactly the rows that were on the screen. */
  filters: AccountQuery.partial().optional(),
});
export type ReportRequest = z.infer<typeof ReportRequest>;

/** `rows` counts those that went through `body` so far. */
export type ReportFile = {
  fileName: string;
  columns: ReportColumn[];
  releaseId: string;
  body: Readable;
  rows: () => number;
};

/** A report of the current release as CSV, streamed: constant memory whatever its rows. */
export async function exportReport(
  context: Context,
  input: z.input<typeof ReportRequest>,
): Promise<ReportFile> {
  const request = ReportRequest.parse(input);
  const { actor, platform } = context;
  const release = await (request.release === undefined
    ? requireRelease(platform.app)
    : publishedById(platform.app, request.release));
  const { columns, unknown } = chosenColumns(request.report, actor.seesSensitive, request.columns);
  if (unknown.length > 0)
    throw new ServiceError('invalid', `columns: there is no ${unknown.join(', ')} in ${request.report}`);
  // Decided before the first byte, so that a wrong filter is an answer and not a broken file.
  const asking = { release, seesSensitive: actor.seesSensitive };
  const query = AccountQuery.parse(request.filters ?? {});
  const { select } = await foundBy(context, asking, query, readerOf(context, 'long'));
  const shape = await organisationSettings(context);
  let sent = 0;
  const rows = counted(reportRows(context, { release, request, columns, select, shape }), () => {
    sent += 1;
  });
  await withTenant(platform.app, actor.partnerId, (tx) =>
    appendAudit(tx, {
      partnerId: actor.partnerId,
      actor: actor.userId,
      action: 'report.export',
      subject: request.report,
      detail: { release: release.id, columns: columns.length },
    }),
  );
  const body = csvWriter(
    shape,
    columns.map((column) => column.header),
  );
  // Unlike pipe, this breaks the file off when the warehouse fails: a short file must not pass for a whole one.
  pipeline(Readable.from(rows), body, () => undefined);
  return {
    fileName: `${request.report}-${release.id}.csv`,
    columns,
    releaseId: release.id,
    body,
    rows: () => sent,
  };
}

async function* counted<T>(rows: AsyncIterable<T>, onRow: () => void): AsyncIterable<T> {
  for await (const row of rows) {
    onRow();
    yield row;
  }
}

type Rows = {
  release: ShownRelease;
  request: ReportRequest;
  columns: ReportColumn[];
  select: Omit<Select, 'columns'>;
  shape: CsvShape;
};

async function* reportRows(
  context: Context,
  { release, request, columns, select: found, shape }: Rows,
): AsyncIterable<string[]> {
  const reader = readerOf(context, 'long');
  const stored = columns.map((column) => storedColumn(release.catalogue, request.report, column.header));
  const needed = [...new Set(stored.filter((name): name is string => name !== null))];
  const select = { ...found, columns: needed };
  const source =
    request.report === 'agreement-renewal'
      ? reader.agreements({
          ...select,
          orderBy: [
            { column: 'AgreementEndDate', descending: false },
            { column: 'AgreementID', descending: false },
            { column: 'RevSumDivisionName', descending: false },
          ],
        })
      : reader.stream(select);
  for await (const row of source) {
    yield columns.map((column, index) => {
      const name = stored[index];
      const text = cellText(column.type, name === null || name === undefined ? '' : row[name]);
      return csvCell(text, column.type === 'decimal', shape);
    });
  }
}
