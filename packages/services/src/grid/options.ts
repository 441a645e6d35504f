import { z } from 'zod';
import { readerOf } from '../access/reader';
import type { Context } from '../context';
import { ServiceError } from '../errors';
import { columnNamed, knownColumns } from './conditions';
import { keptRead } from './kept-reads';
import { askingOf } from './list';

export const OptionsQuery = z.object({ column: z.string().max(120) });

/** `n` accounts of the reader have this value; for an agreement's column, agreements. */
export type FilterOption = { value: string; n: number };

/** More choices than this are looked for by typing. */
const OPTIONS_MAX = 500;

/** The values that the actor's accounts have in a column of choices: in the catalogue's order, or most accounts first. */
export async function filterOptions(
  context: Context,
  input: z.infer<typeof OptionsQuery>,
): Promise<FilterOption[]> {
  const asking = await askingOf(context);
  const column = columnNamed(knownColumns(asking), input.column);
  if (column.kind !== 'choice') throw new ServiceError('invalid', `${column.id}: has no list of values`);
  const reader = readerOf(context);
  const select = { releaseId: asking.release.id };
  const rows = await keptRead(context, ['options', column.id, select], () =>
    column.group === 'agreement'
      ? reader.countAgreementsBy({ ...select, by: [column.id] })
      : reader.countBy({ ...select, by: [column.id] }),
  );
  const found = rows.map((row) => ({ value: String(row[column.id]), n: Number(row.n) }));
  const { values } = column;
  const known = found.filter(({ value }) => value !== '');
  return values
    ? values.map((value) => ({ value, n: known.find((each) => each.value === value)?.n ?? 0 }))
    : known.sort((a, b) => b.n - a.n).slice(0, OPTIONS_MAX);
}
