import type { OutcomeWindow, Product, ProductValidation } from '@ascent/schemas';
import { calibrationOf, decilesOf, measureProbabilities } from '@ascent/scoring';
import { listReleases, releaseManifest } from '@ascent/services';
import { scoreColumn, scoresOf } from '@ascent/warehouse';
import { z } from 'zod';
import { asOfDays, daysBefore, feedOf, type Month } from '../month';
import { skuTest } from '../training-rows';

const WINDOWS = [30, 90, 180] as const;

/** A published release with the day from which its words can be held against what happened. */
export type Judged = { release: string; asOf: string };
type Outcomes = Pick<ProductValidation, 'windows' | 'wins' | 'propensity' | 'calibration' | 'deciles'>;

/** For each window the latest release whose so many days had passed by this cut-off; absent where there is none yet. */
export async function judgedReleases(month: Month): Promise<Map<number, Judged>> {
  const { score } = asOfDays(month);
  const found = new Map<number, Judged>();
  for (const { id, period, status } of await listReleases(month.db)) {
    if (status !== 'published' || period >= month.period) continue;
    const asOf = (await releaseManifest(month.db, id))?.asOf.score;
    if (!asOf) continue;
    for (const days of [...WINDOWS, month.catalogue.horizonDays])
      if (!found.has(days) && daysBefore(score, days) >= asOf) found.set(days, { release: id, asOf });
  }
  return found;
}

/** How what earlier releases said of a product came out. */
export async function productOutcomes(
  month: Month,
  product: Product,
  judged: Map<number, Judged>,
): Promise<Outcomes> {
  const windows: OutcomeWindow[] = [];
  for (const days of WINDOWS) {
    const at = judged.get(days);
    if (at) windows.push(await windowOf(month, product, days, at));
  }
  const horizon = judged.get(month.catalogue.horizonDays);
  return {
    windows,
    wins: horizon ? await winsOf(month, product, horizon) : [],
    ...(horizon
      ? await propensityOutcome(month, product, horizon)
      : { propensity: null, calibration: [], deciles: [] }),
  };
}

const Count = z.object({ name: z.string(), accounts: z.number(), bought: z.number() });

async function windowOf(
  month: Month,
  product: Product,
  days: number,
  { release, asOf }: Judged,
): Promise<OutcomeWindow> {
  const by = (column: string) =>
    month.warehouse.query({
      sql: `SELECT toString(assumeNotNull(${column})) AS name, toUInt32(count()) AS accounts, toUInt32(countIf(account_id IN (${buyers(month, product, { asOf, days })}))) AS bought
        FROM ${scoresOf(release)} WHERE ${column} IS NOT NULL GROUP BY name ORDER BY name`,
      schema: Count,
    });
  return {
    days,
    release,
    asOf,
    clusters: await by(scoreColumn(product.id, 'cluster')),
    codes: await by(scoreColumn(product.id, 'code')),
  };
}

function buyers(month: Month, product: Product, { asOf, days }: { asOf: string; days: number }): string {
  return `SELECT account_id FROM ${feedOf(month, 'transactions')} WHERE date >= '${asOf}' AND date < '${daysBefore(asOf, -days)}' AND quantity > 0 AND amount > 0 AND ${skuTest(product)}`;
}

/** Opportunities that were opened after the release and have been closed since, by the cluster their account was in. */
async function winsOf(
  month: Month,
  { id }: Product,
  { release, asOf }: Judged,
): Promise<ProductValidation['wins']> {
  const cluster = scoreColumn(id, 'cluster');
  const { score } = asOfDays(month);
  return month.warehouse.query({
    sql: `SELECT toString(assumeNotNull(s.${cluster})) AS cluster, toUInt32(countIf(o.stage = 'Won')) AS won, toUInt32(countIf(o.stage = 'Lost')) AS lost
      FROM (SELECT * FROM ${feedOf(month, 'opportunities')} WHERE product = {product:String} AND created_on >= '${asOf}' AND closed_on < '${score}' AND stage IN ('Won', 'Lost')) AS o
      INNER JOIN (SELECT account_id, ${cluster} FROM ${scoresOf(release)} WHERE ${cluster} IS NOT NULL) AS s ON s.account_id = o.account_id
      GROUP BY cluster ORDER BY cluster`,
    params: { product: id },
    schema: z.object({ cluster: z.string(), won: z.number(), lost: z.number() }),
  });
}

async function propensityOutcome(month: Month, product: Product, { release, asOf }: Judged) {
  const column = scoreColumn(product.id, 'probability');
  const [rows] = await month.warehouse.query({
    sql: `SELECT groupArray(p) AS p, groupArray(bought) AS y FROM (
      SELECT assumeNotNull(${column}) AS p, toUInt8(account_id IN (${buyers(month, product, { asOf, days: month.catalogue.horizonDays })})) AS bought
      FROM ${scoresOf(release)} WHERE ${column} IS NOT NULL ORDER BY account_id)`,
    schema: z.object({ p: z.array(z.number()), y: z.array(z.number()) }),
  });
  const p = Float64Array.from(rows!.p, (millionths) => millionths / 1_000_000);
  const y = Uint8Array.from(rows!.y);
  if (p.length === 0) return { propensity: null, calibration: [], deciles: [] };
  return {
    propensity: measureProbabilities(p, y),
    calibration: calibrationOf(p, y),
    deciles: decilesOf(p, y),
  };
}
