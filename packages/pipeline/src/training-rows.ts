import { buffer } from 'node:stream/consumers';
import { type Binning, dayNumber, type ModelDocument, type Product } from '@ascent/schemas';
import {
  binColumn,
  literalList,
  rowsWhere,
  sumsOfRows,
  type TrainingRows,
  takeFacts,
  takeTraining,
} from '@ascent/scoring';
import { featuresOf } from '@ascent/warehouse';
import { z } from 'zod';
import { daysBefore, featuresRelease, feedOf, type Month } from './month';
import { scopeColumn } from './scope';

/** Rows kept of one cut-off; of more accounts a fixed share is taken. */
const ROWS_MAX = 100_000;

/** What is foretold, over all products: a purchase within `days`, or to be among the best customers of `labelDays`. */
export type LabelKind = { kind: 'purchase'; days: number } | { kind: 'best-customer' };

/** Stored bins of the observed accounts at some cut-offs, with what happened after each: by product, whether it counts and its label. */
export type Snapshots = Omit<TrainingRows, 'labels' | 'labelDays'> & {
  labels: Record<string, Uint8Array>;
  inScope: Record<string, Uint8Array>;
};

/** Reads the cut-offs, oldest first, each ordered by account. Columns lie in memory that threads share. */
export async function readSnapshots(
  month: Month,
  binning: Binning,
  cutOffs: readonly string[],
  label: LabelKind,
): Promise<Snapshots> {
  const products = month.catalogue.products.map(({ id }) => id);
  const parts: Buffer[] = [];
  for (const day of cutOffs) parts.push(await readDay(month, binning, day, label));
  const width = 4 + binning.facts.length + 2 * products.length;
  const total = parts.reduce((sum, part) => sum + part.length / width, 0);
  const column = () => new Uint8Array(new SharedArrayBuffer(total));
  const bytes = Array.from({ length: width - 4 }, column);
  const cutOff = column();
  const account = new Uint32Array(new SharedArrayBuffer(4 * total));
  let row = 0;
  parts.forEach((part, index) => {
    for (let at = 0; at < part.length; at += width, row++) {
      account[row] = part.readUInt32LE(at);
      cutOff[row] = index;
      for (let b = 0; b < bytes.length; b++) bytes[b]![row] = part[at + 4 + b]!;
    }
  });
  const facts = binning.facts.length;
  const named = (from: number) =>
    Object.fromEntries(products.map((product, index) => [product, bytes[from + index]!]));
  return {
    features: binning.facts,
    fine: bytes.slice(0, facts),
    cutOff,
    account,
    cutOffDays: cutOffs.map(dayNumber),
    labels: named(facts),
    inScope: named(facts + products.length),
  };
}

/** `origin`: the snapshot's row of each. */
export type ProductRows = TrainingRows & { origin: Uint32Array };

/** The rows of one product, accounts in scope only; with `labelled` those count as bought who bought any of these products. */
export function rowsOfProduct(
  snapshots: Snapshots,
  product: string,
  { facts, labelDays, labelled = [product] }: { facts: string[]; labelDays: number; labelled?: string[] },
): ProductRows {
  const { labels, inScope, ...rest } = snapshots;
  const sources = labelled.map((id) => labels[id]!);
  const label =
    sources.length === 1
      ? sources[0]!
      : sources[0]!.map((_, row) => Math.max(...sources.map((each) => each[row]!)));
  const rows = takeFacts({ ...rest, labels: label, labelDays }, [...new Set(facts)]);
  const inside = inScope[product]!;
  const origin = rowsWhere(rows, (row) => inside[row] === 1);
  return { ...takeTraining(rows, origin), origin };
}

/** The sums of points that models give some of a snapshot's rows. */
export function sumsAt(
  { features, fine }: Pick<Snapshots, 'features' | 'fine'>,
  at: Uint32Array,
): (model: Pick<ModelDocument, 'features' | 'terms' | 'base'>) => Int32Array {
  return (model) => {
    // The first column tells how many rows there are, also to a model that looks at no fact.
    const used = features.flatMap(({ fact }, index) =>
      index === 0 || model.features.some((each) => each.fact === fact) ? [index] : [],
    );
    return sumsOfRows(model, {
      features: used.map((index) => features[index]!),
      fine: used.map((index) => taken(fine[index]!, at)),
    });
  };
}

/** A plain loop: with millions of rows a call for each costs twenty times as much. */
function taken(column: Uint8Array, at: Uint32Array): Uint8Array {
  const found = new Uint8Array(at.length);
  for (let row = 0; row < found.length; row++) found[row] = column[at[row]!]!;
  return found;
}

async function readDay(month: Month, binning: Binning, asOf: string, label: LabelKind): Promise<Buffer> {
  const { warehouse, catalogue } = month;
  const release = await featuresRelease(month);
  const accounts = `SELECT * FROM ${featuresOf('feature_bins', { release, asOf })} WHERE observed`;
  const [{ n }] = (await warehouse.query({
    sql: `SELECT count() AS n FROM (${accounts})`,
    schema: z.object({ n: z.number() }),
  })) as [{ n: number }];
  const share = Math.max(1, Math.ceil(n / ROWS_MAX));
  // Values under names of their own: an alias would stand for the column inside every expression.
  const values = [
    'toUInt32(cityHash64(f.account_id) % 4294967295)',
    ...binning.facts.map(({ fact }) => `f.${binColumn(fact)}`),
    ...catalogue.products.map(({ id }) => `toUInt8(ifNull(l.y_${id}, 0))`),
    ...catalogue.products.map(({ id }) => `f.${scopeColumn(id)}`),
  ];
  return buffer(
    await warehouse.bytes({
      sql: `SELECT ${values.map((sql, at) => `${sql} AS v${at}`).join(', ')} FROM (${accounts} AND cityHash64(account_id) % ${share} = 0) AS f
        LEFT JOIN (${labelSql(month, asOf, label)}) AS l ON l.account_id = f.account_id ORDER BY f.account_id`,
      format: 'RowBinary',
    }),
  );
}

function labelSql(month: Month, asOf: string, label: LabelKind): string {
  const sales = `${feedOf(month, 'transactions')}`;
  const products = month.catalogue.products;
  if (label.kind === 'purchase') {
    const bought = products.map((product) => `toUInt8(countIf(${skuTest(product)}) > 0) AS y_${product.id}`);
    return `SELECT account_id, ${bought.join(', ')} FROM ${sales} WHERE date >= '${asOf}' AND date < '${daysBefore(asOf, -label.days)}' AND quantity > 0 AND amount > 0 GROUP BY account_id`;
  }
  const spent = products.map((product) => {
    const until = daysBefore(asOf, -product.fit.labelDays);
    return `sumIf(amount, ${skuTest(product)} AND date < '${until}') AS s_${product.id}`;
  });
  const best = products.map((p) => `toUInt8(s_${p.id} > 0 AND s_${p.id} >= m_${p.id}) AS y_${p.id}`);
  const median = products.map(
    (p) => `quantileExactLowIf(0.5)(s_${p.id}, s_${p.id} > 0) OVER () AS m_${p.id}`,
  );
  const longest = Math.max(...products.map((product) => product.fit.labelDays));
  return `SELECT account_id, ${best.join(', ')} FROM (SELECT *, ${median.join(', ')} FROM (
    SELECT account_id, ${spent.join(', ')} FROM ${sales} WHERE date >= '${asOf}' AND date < '${daysBefore(asOf, -longest)}' AND quantity > 0 AND amount > 0 GROUP BY account_id))`;
}

/** An empty list of skus in the catalogue means that any purchase counts. */
export function skuTest(product: Product): string {
  return product.skus.includes('*') ? '1' : `sku IN ${literalList(product.skus)}`;
}
