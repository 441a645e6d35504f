import { readerOf } from '../access/reader';
import type { Context } from '../context';
import { requireRelease } from '../release/shown';

/** The values that the actor's accounts have, most accounts first: what filters can offer. */
export async function filterOptions(
  context: Context,
): Promise<{ countries: { value: string; n: number }[]; industries: { value: string; n: number }[] }> {
  const release = await requireRelease(context.platform.app);
  const reader = readerOf(context);
  const of = async (column: string) => {
    const rows = await reader.countBy({ releaseId: release.id, by: [column] });
    return rows
      .map((row) => ({ value: String(row[column]), n: Number(row.n) }))
      .filter(({ value }) => value !== '')
      .sort((a, b) => b.n - a.n);
  };
  const [countries, industries] = await Promise.all([of('Country'), of('Industry')]);
  return { countries, industries };
}
