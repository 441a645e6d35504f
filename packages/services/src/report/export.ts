import { pipeline, Readable } from 'node:stream';
import { withTenant } from '@ascent/db';
import { type ReportColumn, ReportName } from '@ascent/schemas';
import type { Condition } from '@ascent/warehouse';
import { stringify } from 'csv-stringify';
import { z } from 'zod';
import { readerOf } from '../access/reader';
import { AccountQuery, conditions } from '../account/filters';
import { appendAudit } from '../audit/append';
import type { Context, ShownRelease } from '../context';
import { ServiceError } from '../errors';
import { publishedById, requireRelease } from '../release/shown';
import { cellText, inert } from './cell';
import { chosenColumns, storedColumn } from './columns';

export const ReportRequest = z.object({
  report: ReportName,
  columns: z.array(z.string()).optional(),
  /** A published release by its id; the current one by default. */
  release: z.string().max(40).optional(),
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
  const where = request.filters ? conditions(release, AccountQuery.parse(request.filters)) : [];
  let sent = 0;
  const rows = counted(reportRows(context, { release, request, columns, where }), () => {
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
  const body = stringify({ header: true, columns: columns.map((column) => inert(column.header)) });
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
  where: Condition[];
};

async function* reportRows(
  context: Context,
  { release, request, columns, where }: Rows,
): AsyncIterable<string[]> {
  const reader = readerOf(context, 'long');
  const stored = columns.map((column) => storedColumn(release.catalogue, request.report, column.header));
  const needed = [...new Set(stored.filter((name): name is string => name !== null))];
  const select = {
    releaseId: release.id,
    columns: needed,
    where,
    ...(request.filters?.search ? { search: request.filters.search } : {}),
  };
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
      return inert(cellText(column.type, name === null || name === undefined ? '' : row[name]));
    });
  }
}
