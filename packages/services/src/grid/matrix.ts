import { AccountQuery, LEVELS, type Level } from '@ascent/schemas';
import type { z } from 'zod';
import { readerOf } from '../access/reader';
import type { Context } from '../context';
import { type BandSum, bandSum } from './band-sum';
import { shownProduct } from './conditions';
import { keptRead } from './kept-reads';
import { askingOf, foundBy } from './list';

export type MatrixCount = {
  fit: Level;
  intent: Level;
  code: string;
  n: number;
  /** Of the release before; null where there is none. A cell of a code that has several is not told apart there. */
  was: number | null;
  /** Absent for a role that may not see it. */
  revenue?: BandSum;
};
/** `from` and `to` are codes; '' = not scored, or not there. */
export type CodeFlow = { from: string; to: string; n: number };

export type ScoreMatrix = {
  product: string;
  cells: MatrixCount[];
  scored: number;
  /** Fit without intent has a cluster and no code. */
  withoutCode: number;
  notScored: number;
  flows: CodeFlow[];
  hasPrevious: boolean;
  sizes: { size: string; n: number }[];
};

/** Accounts of one product by fit and intent, and how they came there since the release before. */
export async function scoreMatrix(
  context: Context,
  input: z.input<typeof AccountQuery>,
): Promise<ScoreMatrix> {
  const query = AccountQuery.parse(input);
  const asking = await askingOf(context);
  const { release, seesSensitive } = asking;
  const reader = readerOf(context);
  const { id } = shownProduct(release, query.product);
  const { select } = await foundBy(context, asking, query, reader);
  const by = ['Fit', 'Intent', 'Code', 'WasCode', ...(seesSensitive ? ['RevenuePotential'] : [])];
  const [rows, sizes] = await keptRead(context, ['matrix', id, by, select], () =>
    Promise.all([
      reader.countBy({ ...select, by: by.map((part) => `${id}${part}`) }),
      reader.countBy({ ...select, by: ['SMCTypeSummary'] }),
    ]),
  );
  const counts = rows.map((row) => ({
    fit: String(row[`${id}Fit`]),
    intent: String(row[`${id}Intent`]),
    code: String(row[`${id}Code`]),
    was: String(row[`${id}WasCode`]),
    band: String(row[`${id}RevenuePotential`] ?? ''),
    n: Number(row.n),
  }));
  const total = (test: (each: (typeof counts)[number]) => boolean) =>
    counts.reduce((sum, each) => (test(each) ? sum + each.n : sum), 0);
  const hasPrevious = release.previousId !== null;
  const matrix = release.catalogue.matrices.find((each) => each.id === release.catalogue.matrix)!;
  const cells = LEVELS.flatMap((fit) =>
    LEVELS.map((intent): MatrixCount => {
      const here = counts.filter((each) => each.fit === fit && each.intent === intent);
      const code = matrix.codes[fit][intent];
      const alone = Object.values(matrix.codes[fit]).filter((each) => each === code).length === 1;
      return {
        ...{ fit, intent, code, n: here.reduce((sum, each) => sum + each.n, 0) },
        was: hasPrevious && alone ? total((each) => each.was === code) : null,
        ...(seesSensitive ? { revenue: bandSum(release.catalogue, here) } : {}),
      };
    }),
  );
  return {
    ...{ product: id, cells, hasPrevious },
    scored: total((each) => each.fit !== ''),
    withoutCode: total((each) => each.fit !== '' && each.code === ''),
    notScored: total((each) => each.fit === ''),
    flows: hasPrevious ? flowsOf(counts) : [],
    sizes: sizes.map((row) => ({ size: String(row.SMCTypeSummary), n: Number(row.n) })),
  };
}

function flowsOf(counts: readonly { was: string; code: string; n: number }[]): CodeFlow[] {
  const sums = new Map<string, CodeFlow>();
  for (const { was, code, n } of counts) {
    const key = `${was} ${code}`;
    const known = sums.get(key);
    if (known) known.n += n;
    else sums.set(key, { from: was, to: code, n });
  }
  return [...sums.values()];
}
