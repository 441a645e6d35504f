import { buffer } from 'node:stream/consumers';
import type { Binning, Product, RevenueDocument } from '@ascent/schemas';
import { type BuyerRows, binColumn, fitRevenue } from '@ascent/scoring';
import { keepDocument } from '@ascent/services';
import { featuresOf } from '@ascent/warehouse';
import { daysBefore, featuresRelease, feedOf, type Month } from './month';
import { scopeColumn } from './scope';
import { skuTest } from './training-rows';

const YEAR = 365;

/** Fits what buyers of a product spend in twelve months, from what was known before; null where there are too few. */
export async function fitRevenueOf(
  month: Month,
  product: Product,
  binning: Binning,
  cutOffs: readonly string[],
): Promise<string | null> {
  const facts = binning.facts.filter(({ fact }) => product.fit.facts.includes(fact));
  const fitted = fitRevenue(await readBuyers(month, product, facts, cutOffs));
  if (!fitted) return null;
  const { period } = month;
  const document: Omit<RevenueDocument, 'id'> = {
    format: 1,
    product: product.id,
    period,
    binning: binning.id,
    ...fitted,
  };
  return (await keepDocument(month.db, 'revenue', { product: product.id, period, document })).id;
}

/** Buyers within a year of each cut-off that lies a year back, in scope, with what they spent. */
async function readBuyers(
  month: Month,
  product: Product,
  features: Binning['facts'],
  cutOffs: readonly string[],
): Promise<BuyerRows> {
  const release = await featuresRelease(month);
  const parts: Buffer[] = [];
  for (const day of cutOffs) {
    const spent = `SELECT account_id, sum(amount) AS cents FROM ${feedOf(month, 'transactions')}
      WHERE date >= '${day}' AND date < '${daysBefore(day, -YEAR)}' AND quantity > 0 AND amount > 0 AND ${skuTest(product)} GROUP BY account_id`;
    const values = [
      'toUInt32(cityHash64(f.account_id) % 4294967295)',
      'toInt64(s.cents)',
      ...features.map(({ fact }) => `f.${binColumn(fact)}`),
    ];
    const sql = `SELECT ${values.map((value, at) => `${value} AS v${at}`).join(', ')}
      FROM (SELECT * FROM ${featuresOf('feature_bins', { release, asOf: day })} WHERE ${scopeColumn(product.id)}) AS f
      INNER JOIN (${spent}) AS s ON s.account_id = f.account_id ORDER BY f.account_id`;
    parts.push(await buffer(await month.warehouse.bytes({ sql, format: 'RowBinary' })));
  }
  const width = 12 + features.length;
  const total = parts.reduce((sum, part) => sum + part.length / width, 0);
  const rows: BuyerRows = {
    features,
    fine: features.map(() => new Uint8Array(total)),
    cents: new Float64Array(total),
    account: new Uint32Array(total),
    cutOff: new Uint8Array(total),
  };
  let row = 0;
  parts.forEach((part, index) => {
    for (let at = 0; at < part.length; at += width, row++) {
      rows.account[row] = part.readUInt32LE(at);
      rows.cents[row] = Number(part.readBigInt64LE(at + 4));
      rows.cutOff[row] = index;
      features.forEach((_, f) => {
        rows.fine[f]![row] = part[at + 12 + f]!;
      });
    }
  });
  return rows;
}
