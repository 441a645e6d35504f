import type { Db } from '@ascent/db';
import type { Product } from '@ascent/schemas';
import { logLoss, rocAuc } from '@ascent/scoring';
import { collectInputs, publishedById, ServiceError } from '@ascent/services';
import { scoreColumn, scoresOf, type Warehouse } from '@ascent/warehouse';
import { z } from 'zod';
import { daysBefore, feedOf } from './month';
import { skuTest } from './training-rows';

export type Backtest = {
  product: string;
  releases: string[];
  rows: number;
  positives: number;
  auc: number | null;
  logLoss: number | null;
};

const Rows = z.object({ p: z.array(z.number()), y: z.array(z.number()) });

/**
 * How the published probabilities did against the purchases that were loaded since: all releases' accounts as one
 * block, one line a product. A release counts once its horizon lies before the last loaded sale.
 */
export async function backtest(
  { db, warehouse }: { db: Db; warehouse: Warehouse },
  releaseIds: readonly string[],
): Promise<Backtest[]> {
  const { inputs } = await collectInputs(db);
  const sales = feedOf({ inputs }, 'transactions');
  const lastSale = await latestSale(warehouse, sales);
  const blocks = new Map<string, { p: number[]; y: number[] }>();
  for (const id of releaseIds) {
    const { intentAsOf, catalogue } = await publishedById(db, id);
    const until = daysBefore(intentAsOf, -catalogue.horizonDays);
    if (until > lastSale)
      throw new ServiceError(
        'conflict',
        `release ${id}: its horizon ends on ${until}, sales are loaded up to ${lastSale}`,
      );
    for (const product of catalogue.products) {
      const rows = await outcomes(warehouse, { id, product, sales, from: intentAsOf, until });
      const block = blocks.get(product.id) ?? { p: [], y: [] };
      blocks.set(product.id, { p: [...block.p, ...rows.p], y: [...block.y, ...rows.y] });
    }
  }
  return [...blocks].map(([product, { p, y }]) => ({
    product,
    releases: [...releaseIds],
    rows: y.length,
    positives: y.reduce((sum, each) => sum + each, 0),
    auc: rocAuc(p, y),
    logLoss: logLoss(
      p.map((millionths) => millionths / 1_000_000),
      y,
    ),
  }));
}

type Block = { id: string; product: Product; sales: string; from: string; until: string };

async function outcomes(warehouse: Warehouse, { id, product, sales, from, until }: Block) {
  const probability = scoreColumn(product.id, 'probability');
  const [rows] = await warehouse.query({
    sql: `SELECT groupArray(toUInt32(assumeNotNull(probability))) AS p, groupArray(toUInt8(bought)) AS y FROM (
      SELECT s.${probability} AS probability, s.account_id IN (
        SELECT account_id FROM ${sales} WHERE date >= {from:Date} AND date < {until:Date} AND quantity > 0 AND amount > 0 AND ${skuTest(product)}
      ) AS bought
      FROM ${scoresOf(id)} AS s WHERE s.${probability} IS NOT NULL
      ORDER BY s.account_id)`,
    params: { from, until },
    schema: Rows,
  });
  return rows!;
}

async function latestSale(warehouse: Warehouse, sales: string): Promise<string> {
  const [row] = await warehouse.query({
    sql: `SELECT toString(max(date)) AS last FROM ${sales}`,
    schema: z.object({ last: z.string() }),
  });
  return row!.last;
}
