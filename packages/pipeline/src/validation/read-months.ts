import { buffer } from 'node:stream/consumers';
import { type Catalogue, dayNumber } from '@ascent/schemas';
import { binColumn, factsQuery, fineBinSql } from '@ascent/scoring';
import { allRows } from '@ascent/warehouse';
import { z } from 'zod';
import { feedOf, type Month } from '../month';
import { scopeColumn, scopeSql } from '../scope';
import { type Snapshots, skuTest } from '../training-rows';
import type { MonthFacts } from './month-facts';

/** About so many accounts are looked at; of more a fixed share. */
const ACCOUNTS_MAX = 30_000;

export type Looked = Pick<Month, 'catalogue' | 'inputs' | 'warehouse' | 'period'>;

/**
 * Bins of the observed accounts at the beginning of each month, and who bought what in it; `starts` ends with the day
 * after the last month.
 */
export async function readMonths(
  month: Looked,
  { facts, bins }: MonthFacts,
  starts: string[],
): Promise<Snapshots> {
  const products = month.catalogue.products.map(({ id }) => id);
  const share = await shareOf(month);
  const query = monthQuery(month, { facts, bins, share });
  const parts: Buffer[] = [];
  for (const [index, cut] of starts.slice(0, -1).entries()) {
    const params = { cut, until: starts[index + 1]! };
    parts.push(await buffer(await month.warehouse.bytes({ sql: query, params, format: 'RowBinary' })));
  }
  const width = 4 + bins.length + 2 * products.length;
  const total = parts.reduce((sum, part) => sum + part.length / width, 0);
  const bytes = Array.from({ length: width - 4 }, () => new Uint8Array(total));
  const cutOff = new Uint8Array(total);
  const account = new Uint32Array(total);
  let row = 0;
  parts.forEach((part, index) => {
    for (let at = 0; at < part.length; at += width, row++) {
      account[row] = part.readUInt32LE(at);
      cutOff[row] = index;
      for (let b = 0; b < bytes.length; b++) bytes[b]![row] = part[at + 4 + b]!;
    }
  });
  const named = (from: number) =>
    Object.fromEntries(products.map((product, index) => [product, bytes[from + index]!]));
  return {
    features: bins,
    fine: bytes.slice(0, bins.length),
    cutOff,
    account,
    cutOffDays: starts.slice(0, -1).map(dayNumber),
    labels: named(bins.length),
    inScope: named(bins.length + products.length),
  };
}

async function shareOf(month: Looked): Promise<number> {
  const [row] = await month.warehouse.query({
    sql: `SELECT uniq(account_id) AS n FROM ${allRows('accounts', month.inputs.accounts)}`,
    schema: z.object({ n: z.number() }),
  });
  return Math.max(1, Math.ceil(row!.n / ACCOUNTS_MAX));
}

type Wanted = Pick<MonthFacts, 'facts' | 'bins'> & { share: number };

/** Over `{cut:Date}`, where the month begins, and `{until:Date}`. */
function monthQuery(month: Looked, { facts, bins, share }: Wanted): string {
  const { catalogue, inputs } = month;
  const { products } = catalogue;
  const sampled = (rows: string) => `(SELECT * FROM ${rows} WHERE cityHash64(account_id) % ${share} = 0)`;
  const sales = sampled(feedOf(month, 'transactions'));
  const query = factsQuery(
    { ...catalogue, facts: withScopes(catalogue, facts) },
    {
      accounts: sampled(allRows('accounts', inputs.accounts)),
      technologies: sampled(feedOf(month, 'technologies')),
      subscriptions: sampled(feedOf(month, 'subscriptions')),
      transactions: sales,
      agreements: sampled(feedOf(month, 'agreements')),
      opportunities: sampled(feedOf(month, 'opportunities')),
      // Judged afterwards: what had happened by then counts, whenever it was seen.
      signals: sampled(`(SELECT * REPLACE (date AS seen_on) FROM ${feedOf(month, 'signals')})`),
    },
  );
  const bytes = [
    ...bins.map((each) => `${fineBinSql(each)} AS ${binColumn(each.fact)}`),
    ...products.map((each) => `toUInt8(ifNull(${scopeSql(month, each)}, 0)) AS ${scopeColumn(each.id)}`),
  ];
  const bought = products.map((product) => `toUInt8(countIf(${skuTest(product)}) > 0) AS y_${product.id}`);
  // Values under names of their own: an alias would stand for the column inside every expression.
  const values = [
    'toUInt32(cityHash64(f.account_id) % 4294967295)',
    ...bins.map(({ fact }) => `f.${binColumn(fact)}`),
    ...products.map(({ id }) => `toUInt8(ifNull(l.y_${id}, 0))`),
    ...products.map(({ id }) => `f.${scopeColumn(id)}`),
  ];
  return `SELECT ${values.map((sql, at) => `${sql} AS v${at}`).join(', ')}
    FROM (SELECT account_id, ${bytes.join(', ')} FROM (${query}) WHERE observed) AS f
    LEFT JOIN (SELECT account_id, ${bought.join(', ')} FROM ${sales}
      WHERE date >= {cut:Date} AND date < {until:Date} AND quantity > 0 AND amount > 0 GROUP BY account_id) AS l ON l.account_id = f.account_id
    ORDER BY f.account_id`;
}

/** The facts, and those that the scopes of products are written over. */
function withScopes({ facts, products }: Catalogue, chosen: MonthFacts['facts']): MonthFacts['facts'] {
  const taken = new Set(chosen.map(({ id }) => id));
  const rules = products.map(({ scope }) => scope ?? '').join('\n');
  return [...chosen, ...facts.filter(({ id }) => !taken.has(id) && new RegExp(`\\b${id}\\b`).test(rules))];
}
