import { type Fact, fitPeriod, type ModelKind, type Product } from '@ascent/schemas';
import { trainModel } from '@ascent/scoring';
import { modelId, saveModel } from '@ascent/services';
import { z } from 'zod';
import { asOfDays, daysBefore, feedOf, type Month } from '../month';
import { readRows, skuTest, toTable } from '../training-rows';

/** Revenue of a buyer's best twelve months in cents, by size class ('' = any); absent = too few buyers. */
export const RevenueTable = z.record(z.string(), z.int());
export type RevenueTable = z.infer<typeof RevenueTable>;

/** Buyers below this number give no revenue estimate. */
const BUYERS_MIN = 8;

export const TrainDetail = z.object({
  fit: z.record(z.string(), z.string()),
  intent: z.record(z.string(), z.string()),
  revenue: z.record(z.string(), RevenueTable),
});
export type TrainDetail = z.infer<typeof TrainDetail>;

/** Fits every product's pair of models on what was known then and what happened after. */
export async function train(month: Month): Promise<TrainDetail> {
  const { catalogue } = month;
  const asOf = asOfDays(month);
  const detail: TrainDetail = { fit: {}, intent: {}, revenue: {} };
  const fitRows = [await readRows(month, asOf.fitTraining, { kind: 'best-customer' })];
  for (const product of catalogue.products) {
    detail.fit[product.id] = await trainOne(month, product, 'fit', fitRows, [asOf.fitTraining]);
    detail.revenue[product.id] = await revenueTable(month, product, asOf.score);
  }
  const intentRows = [];
  for (const day of asOf.intentTraining) {
    intentRows.push(await readRows(month, day, { kind: 'purchase', days: catalogue.horizonDays }));
  }
  for (const product of catalogue.products) {
    detail.intent[product.id] = await trainOne(month, product, 'intent', intentRows, asOf.intentTraining);
  }
  return detail;
}

type Rows = Awaited<ReturnType<typeof readRows>>;

async function trainOne(
  month: Month,
  product: Product,
  kind: ModelKind,
  rows: Rows[],
  cutOffs: string[],
): Promise<string> {
  const facts = factsOf(month, product[kind].facts);
  const period = kind === 'fit' ? fitPeriod(month.period) : month.period;
  const naming = {
    id: '',
    product: product.id,
    kind,
    period,
    seed: month.seed,
    levelCuts: product.levelCuts,
  };
  const trained = trainModel(naming, facts, toTable(product, facts, rows), cutOffs);
  const id = modelId({ product: product.id, kind, period }, trained);
  const document = trained.document && { ...trained.document, id };
  await saveModel(month.db, { id, product: product.id, kind, period, document, card: trained.card });
  return id;
}

function factsOf(month: Month, ids: string[]): Fact[] {
  return ids.map((id) => month.catalogue.facts.find((fact) => fact.id === id)!);
}

/** The median of what buyers of the last two years spent in their best twelve months, by size class. */
async function revenueTable(month: Month, product: Product, cutOff: string): Promise<RevenueTable> {
  const rows = await month.warehouse.query({
    sql: `SELECT size, toUInt32(count()) AS buyers, toInt64(quantileExactLow(0.5)(spent)) AS cents FROM (
        SELECT ${sizeClassSql(month, 'a')} AS size, t.spent AS spent FROM (
          SELECT account_id, max(year_spent) AS spent FROM (
            SELECT account_id, date < '${daysBefore(cutOff, 365)}' AS earlier, sum(amount) AS year_spent FROM ${feedOf(month, 'transactions')}
            WHERE date >= '${daysBefore(cutOff, 730)}' AND date < '${cutOff}' AND quantity > 0 AND amount > 0 AND ${skuTest(product)}
            GROUP BY account_id, earlier) GROUP BY account_id) AS t
        INNER JOIN ${feedOf(month, 'accounts')} AS a ON a.account_id = t.account_id)
      GROUP BY size WITH ROLLUP ORDER BY size, buyers`,
    schema: z.object({ size: z.string(), buyers: z.number(), cents: z.number() }),
  });
  const table: RevenueTable = {};
  for (const { size, buyers, cents } of rows) if (buyers >= BUYERS_MIN) table[size] = cents;
  return table;
}

/** The size class of an accounts row, '' when unknown. */
export function sizeClassSql(month: Pick<Month, 'catalogue'>, alias: string): string {
  const { mediumEmployees, upperMediumEmployees, upperMediumConsumptionCents } = month.catalogue.sizeClass;
  const employees = `${alias}.employees`;
  return `multiIf(ifNull(${employees}, 0) >= ${upperMediumEmployees} OR ifNull(${alias}.monthly_consumption, 0) > ${upperMediumConsumptionCents}, 'Upper Medium', ${employees} IS NULL, '', assumeNotNull(${employees}) >= ${mediumEmployees}, 'Medium', 'Very Small')`;
}
