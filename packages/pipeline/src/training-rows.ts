import { compileMembership, parseRule, ruleTypes } from '@ascent/cohorts';
import { type Fact, isCategory, type Product } from '@ascent/schemas';
import { factColumn, literalList, type TrainingTable } from '@ascent/scoring';
import { z } from 'zod';
import { daysBefore, feedOf, type Month } from './month';
import { ruleColumn } from './sql/feature-source';

/** Rows of one cut-off; above this many accounts a fixed share of them is taken. */
const ROWS_MAX = 40_000;
const MISSING = -9_007_199_254_740_991;

const Columns = z.record(
  z.string(),
  z.union([z.array(z.number()), z.array(z.string()), z.array(z.number().or(z.string()))]),
);
type Columns = Record<string, (number | string)[]>;

/** Binary labels of one cut-off over all products: `horizon` purchases, or the best customers of `bestDays`. */
export type LabelKind = { kind: 'purchase'; days: number } | { kind: 'best-customer' };

/** Facts as they were on `asOf` with what happened after it, in columns, ordered by account. */
export async function readRows(month: Month, asOf: string, label: LabelKind): Promise<Columns> {
  const { warehouse, catalogue, releaseId } = month;
  const facts = catalogue.facts.map((fact): [string, string] => {
    const column = factColumn(fact.id);
    return [column, isCategory(fact) ? `ifNull(toString(${column}), '')` : `ifNull(${column}, ${MISSING})`];
  });
  const labels = catalogue.products.map((p): [string, string] => [`y_${p.id}`, `ifNull(y_${p.id}, 0)`]);
  const scopes = catalogue.products.map((p): [string, string] => [
    `in_${p.id}`,
    `${scopeSql(month, p)} AND observed`,
  ]);
  const wanted: [string, string][] = [
    ['hash', 'toUInt32(cityHash64(account_id) % 4294967295)'],
    ...facts,
    ...labels,
    ...scopes,
  ];
  const accounts = `SELECT * FROM features WHERE release_id = '${releaseId}' AND as_of = '${asOf}'`;
  const [{ n }] = (await warehouse.query({
    sql: `SELECT count() AS n FROM (${accounts})`,
    schema: z.object({ n: z.number() }),
  })) as [{ n: number }];
  const share = Math.max(1, Math.ceil(n / ROWS_MAX));
  const [columns] = await warehouse.query({
    // Values under names of their own first: an alias would stand for the column inside every expression.
    sql: `SELECT ${wanted.map(([name], at) => `groupArray(v${at}) AS ${name}`).join(', ')} FROM (
      SELECT ${wanted.map(([, sql], at) => `${sql} AS v${at}`).join(', ')} FROM (${accounts} AND cityHash64(account_id) % ${share} = 0) AS f
      LEFT JOIN (${labelSql(month, asOf, label)}) AS l ON l.account_id = f.account_id ORDER BY f.account_id)`,
    schema: Columns,
  });
  return columns as Columns;
}

/** The training table of one product from the rows of its cut-offs (oldest first), accounts in scope only. */
export function toTable(product: Product, facts: Fact[], cutOffs: Columns[]): TrainingTable {
  const picks = cutOffs.map((columns) =>
    (columns[`in_${product.id}`] ?? []).flatMap((inside, row) => (inside ? [row] : [])),
  );
  const total = picks.reduce((sum, rows) => sum + rows.length, 0);
  const table: TrainingTable = {
    numbers: {},
    categories: {},
    labels: new Uint8Array(total),
    cutOff: new Uint8Array(total),
    accountHash: new Uint32Array(total),
  };
  for (const fact of facts) {
    if (isCategory(fact)) table.categories[fact.id] = new Array(total).fill(null);
    else table.numbers[fact.id] = new Float64Array(total);
  }
  let at = 0;
  cutOffs.forEach((columns, index) => {
    for (const row of picks[index]!) {
      table.labels[at] = Number(columns[`y_${product.id}`]![row]) ? 1 : 0;
      table.cutOff[at] = index;
      table.accountHash[at] = Number(columns.hash![row]);
      for (const fact of facts) {
        const value = columns[factColumn(fact.id)]![row]!;
        if (isCategory(fact)) table.categories[fact.id]![at] = value === '' ? null : String(value);
        else table.numbers[fact.id]![at] = value === MISSING ? Number.NaN : Number(value);
      }
      at += 1;
    }
  });
  return table;
}

export function scopeSql(month: Pick<Month, 'catalogue'>, product: Product): string {
  if (!product.scope) return '1';
  return compileMembership(parseRule(product.scope, ruleTypes(month.catalogue)), ruleColumn);
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
