import { type Catalogue, type Product, SEGMENT_CODES, type SegmentCode } from '@ascent/schemas';
import type { Condition, Row } from '@ascent/warehouse';
import { z } from 'zod';
import { readerOf } from '../access/reader';
import type { Context, ShownRelease } from '../context';
import { keptRead } from '../grid/kept-reads';
import { type ChangeReason, changeReason } from './change-reason';
import { requireRelease } from './shown';

/** Entered or left Act Now, moved inside it, or are in it and new to the reader. */
export const MoverKind = z.enum(['entered', 'left', 'moved', 'new']);
export type MoverKind = z.infer<typeof MoverKind>;
export const MoversQuery = z.object({
  kind: MoverKind,
  product: z.string().max(60).optional(),
  limit: z.int().min(1).max(50).default(8),
});

export type Mover = {
  accountId: string;
  name: string;
  product: string;
  from: string;
  to: string;
  cluster: string;
  /** Deci-points; null = not scored. */
  fit: number | null;
  intent: number | null;
  /** The line that moved the score most since the release before; null where there is none to compare with. */
  reason: ChangeReason | null;
  /** Absent for a role that may not see it; '' = no band. */
  revenuePotential?: string;
};

/** `scores` counts accounts once for each product that they moved in. */
export type Movers = { kind: MoverKind; accounts: number; scores: number; rows: Mover[] };

/** The accounts that moved most since the release before, best first, each with its reason. */
export async function listMovers(context: Context, input: z.input<typeof MoversQuery>): Promise<Movers> {
  const { kind, product, limit } = MoversQuery.parse(input);
  const release = await requireRelease(context.platform.app);
  const products = release.catalogue.products.filter(({ id }) => product === undefined || id === product);
  const empty: Movers = { kind, accounts: 0, scores: 0, rows: [] };
  if (release.previousId === null || products.length === 0) return empty;
  const what = ['movers', release.id, kind, product ?? '', limit, context.actor.seesSensitive];
  return keptRead(context, what, () => readMovers(context, { release, products, kind, limit }));
}

/** How many accounts moved, and in how many products; without who they are. */
export async function countMovers(
  context: Context,
  kind: MoverKind,
): Promise<{ accounts: number; scores: number }> {
  const release = await requireRelease(context.platform.app);
  if (release.previousId === null) return { accounts: 0, scores: 0 };
  const { products } = release.catalogue;
  return keptRead(context, ['moved', release.id, kind], () => countOf(context, { release, products, kind }));
}

type Asked = { release: ShownRelease; products: readonly Product[]; kind: MoverKind };

async function countOf(context: Context, { release, products, kind }: Asked) {
  const reader = readerOf(context);
  const of = products.map((each) => conditionsOf(release.catalogue, each.id, kind));
  const [accounts, ...counts] = await Promise.all([
    reader.count({ releaseId: release.id, where: [{ op: 'any', of }] }),
    ...of.map((where) => reader.count({ releaseId: release.id, where })),
  ]);
  return { accounts: accounts!, scores: counts.reduce((sum, n) => sum + n, 0) };
}

async function readMovers(context: Context, asked: Asked & { limit: number }): Promise<Movers> {
  const { release, products, kind, limit } = asked;
  const { seesSensitive } = context.actor;
  const [count, ...found] = await Promise.all([
    countOf(context, asked),
    ...products.map((product) => rowsOf(context, { ...asked, product })),
  ]);
  const best = found
    .flat()
    .sort((a, b) => rankOf(a.line) - rankOf(b.line) || sumOf(b.line) - sumOf(a.line))
    .slice(0, limit);
  const rows: Mover[] = [];
  for (const { line, row } of best) {
    const reason = kind === 'new' ? null : await changeReason(context, release, line);
    const band = seesSensitive ? { revenuePotential: String(row[`${line.product}RevenuePotential`]) } : {};
    rows.push({ ...line, reason, ...band });
  }
  return { kind, ...count, rows };
}

type Line = Omit<Mover, 'reason' | 'revenuePotential'>;

async function rowsOf(
  context: Context,
  { release, product, kind, limit }: Asked & { product: Product; limit: number },
): Promise<{ line: Line; row: Row }[]> {
  const { id } = product;
  const revenue = context.actor.seesSensitive ? [`${id}RevenuePotential`] : [];
  const parts = ['Cluster', 'Code', 'WasCode', 'FitScore', 'IntentScore'].map((part) => `${id}${part}`);
  const order = kind === 'left' ? `${id}WasCode` : `${id}Code`;
  const rows = await readerOf(context).page({
    releaseId: release.id,
    where: conditionsOf(release.catalogue, id, kind),
    columns: ['account_id', 'AccountName', ...parts, ...revenue],
    orderBy: [
      { column: order, descending: false, ranks: SEGMENT_CODES },
      { column: `${id}FitScore`, descending: true },
      { column: `${id}IntentScore`, descending: true },
    ],
    limit,
  });
  return rows.map((row) => ({
    row,
    line: {
      accountId: String(row.account_id),
      name: String(row.AccountName),
      product: id,
      from: String(row[`${id}WasCode`]),
      to: String(row[`${id}Code`]),
      cluster: String(row[`${id}Cluster`]),
      fit: row[`${id}FitScore`] as number | null,
      intent: row[`${id}IntentScore`] as number | null,
    },
  }));
}

function conditionsOf(catalogue: Catalogue, product: string, kind: MoverKind): Condition[] {
  const matrix = catalogue.matrices.find((each) => each.id === catalogue.matrix)!;
  const actNow = SEGMENT_CODES.filter((code) => matrix.clusters[code] === 'Act Now');
  const isNow: Condition = { column: `${product}Cluster`, op: '=', value: 'Act Now' };
  const wasAmong = (op: 'in' | 'not in', values: readonly string[]): Condition => ({
    column: `${product}WasCode`,
    op,
    values,
  });
  switch (kind) {
    case 'entered':
      return [isNow, wasAmong('not in', [...actNow, ''])];
    case 'new':
      return [isNow, wasAmong('in', [''])];
    case 'left':
      return [{ column: `${product}Cluster`, op: '!=', value: 'Act Now' }, wasAmong('in', actNow)];
    case 'moved':
      return [
        isNow,
        {
          op: 'any',
          of: actNow.map((code) => [
            { column: `${product}WasCode`, op: '=', value: code },
            { column: `${product}Code`, op: '!=', value: code },
          ]),
        },
      ];
  }
}

function rankOf({ from, to, cluster }: Line): number {
  const at = SEGMENT_CODES.indexOf((cluster === 'Act Now' ? to : from) as SegmentCode);
  return at < 0 ? SEGMENT_CODES.length : at;
}

const sumOf = ({ fit, intent }: Line): number => (fit ?? 0) + (intent ?? 0);
