import { pipeline, Readable } from 'node:stream';
import { withTenant } from '@ascent/db';
import { AccountQuery, type GridColumn, type GridKind, gridColumns } from '@ascent/schemas';
import type { z } from 'zod';
import { readerOf } from '../access/reader';
import { appendAudit } from '../audit/append';
import type { Context } from '../context';
import { type CsvShape, csvCell, csvWriter } from '../report/csv';
import { organisationSettings } from '../setting/settings';
import { askingOf, foundBy, type GridCell } from './list';
import { ordering } from './ordering';
import { chosenGridColumns } from './shown-columns';

export type ViewFile = { fileName: string; body: Readable };

/** What a grid shows, all pages of it, as CSV: the same columns, rows and order. */
export async function exportView(context: Context, input: z.input<typeof AccountQuery>): Promise<ViewFile> {
  const query = AccountQuery.parse(input);
  const { actor, platform } = context;
  const asking = await askingOf(context);
  const reader = readerOf(context, 'long');
  const known = gridColumns(asking.release.catalogue, asking.seesSensitive);
  // The end of an agreement is no column of an account; the renewal report has it.
  const columns = chosenGridColumns(asking, query)
    .columns.map((name) => known.find((column) => column.id === name)!)
    .filter((column) => column.group !== 'agreement');
  const { select } = await foundBy(context, asking, query, reader);
  const rows = reader.stream({
    ...select,
    columns: columns.map((column) => column.id),
    orderBy: ordering(asking, query),
  });
  await withTenant(platform.app, actor.partnerId, (tx) =>
    appendAudit(tx, {
      partnerId: actor.partnerId,
      actor: actor.userId,
      action: 'view.export',
      subject: 'accounts',
      detail: { release: asking.release.id, columns: columns.length },
    }),
  );
  const shape = await organisationSettings(context);
  const body = csvWriter(
    shape,
    columns.map((column) => column.id),
  );
  pipeline(Readable.from(cellsOf(rows, columns, shape)), body, () => undefined);
  return { fileName: `accounts-${asking.release.id}.csv`, body };
}

async function* cellsOf(
  rows: AsyncIterable<Record<string, unknown>>,
  columns: readonly GridColumn[],
  shape: CsvShape,
): AsyncIterable<string[]> {
  for await (const row of rows)
    yield columns.map(({ id, kind }) =>
      csvCell(viewText(kind, row[id] as GridCell), DIGITS[kind] !== undefined, shape),
    );
}

const DIGITS: Partial<Record<GridKind, number>> = { score: 1, chance: 4, cents: 2 };

/** Points, percent and dollars, as they are shown. */
export function viewText(kind: GridKind, value: GridCell): string {
  if (value === null) return '';
  const digits = DIGITS[kind];
  return digits === undefined
    ? String(value)
    : (Number(value) / 10 ** digits).toFixed(kind === 'chance' ? 2 : digits);
}
