import { AGREEMENT_FACTS, dayNumber, type FactBins, isCategory, type ModelCard } from '@ascent/schemas';
import {
  binOf,
  factColumn,
  findBinning,
  pointsSql,
  probabilitySql,
  sumSql,
  type TrainingRows,
  trainModel,
} from '@ascent/scoring';
import { modelId, readModel, saveModel } from '@ascent/services';
import { z } from 'zod';
import { asOfDays, daysBefore, feedOf, type Month, previousManifest } from './month';

/** A successor that begins this many days around the end is the renewal. */
const RENEWED_WITHIN_DAYS = 60;
const YEARS = 3;
const BUCKET_DAYS = 182;
const MISSING = -9_007_199_254_740_991;
const ROWS_MAX = 200_000;

const Columns = z.record(z.string(), z.union([z.array(z.number()), z.array(z.string())]));

/**
 * Learns from agreements that have ended whether one is followed by another; judged on those that ended last.
 * The id of the model, whose card says why when it gives nothing.
 */
export async function trainRenewal(month: Month): Promise<string | null> {
  const { score } = asOfDays(month);
  if (month.inputs.agreements.length === 0) return null;
  const before = (await previousManifest(month))?.models.renewal;
  const champion = before ? (await readModel(month.db, before)).document : null;
  const table = await readEnded(month, score, champion?.features ?? []);
  if (table.labels.length === 0) return null;
  const definition: ModelCard['definition'] = {
    label: 'renewed',
    days: RENEWED_WITHIN_DAYS,
    skus: [],
    scope: null,
  };
  const { period } = month;
  const naming = { id: '', product: 'all', kind: 'renewal' as const, period, seed: month.seed, binning: '' };
  const trained = trainModel({
    naming: { ...naming, levelCuts: { high: 750, medium: 550, low: 300 } },
    definition,
    rows: table,
    facts: AGREEMENT_FACTS.map(({ id }) => id),
    alternatives: [],
    monotone: {},
    cutOffs: table.cutOffDays.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
    champion,
    gate: 'log-loss',
  });
  const id = modelId({ product: 'all', kind: 'renewal', period }, trained);
  const document = trained.document && { ...trained.document, id };
  await saveModel(month.db, { id, product: 'all', kind: 'renewal', period, document, card: trained.card });
  return trained.card.decision === 'champion-kept' && champion ? champion.id : id;
}

/** Writes the probability of renewal of every agreement that ends from the cut-off on; none where no model serves. */
export async function scoreRenewals(month: Month, modelOf: string | null): Promise<void> {
  const { warehouse, releaseId } = month;
  await warehouse.command({
    sql: `ALTER TABLE agreement_scores DROP PARTITION '${releaseId}'`,
    idempotent: true,
  });
  const document = modelOf ? (await readModel(month.db, modelOf)).document : null;
  if (!document) return;
  const { score } = asOfDays(month);
  const live = agreementsSql(
    month,
    `end_date >= '${score}' AND (start_date IS NULL OR start_date < '${score}')`,
    score,
  );
  const sums = `SELECT agreement_id, account_id, ${sumSql(document, pointsSql(document))} AS total FROM (${live})`;
  await warehouse.command({
    sql: `INSERT INTO agreement_scores SELECT '${releaseId}', agreement_id, account_id, ${probabilitySql(document, 'total')} FROM (${sums})`,
  });
}

/** Bins that the champion looks at stay as they are, so that both can be compared. */
async function readEnded(month: Month, cutOff: string, known: FactBins[]): Promise<TrainingRows> {
  const until = daysBefore(cutOff, RENEWED_WITHIN_DAYS);
  const ended = agreementsSql(
    month,
    `end_date < '${until}' AND end_date >= '${daysBefore(cutOff, YEARS * 365)}'`,
    cutOff,
  );
  const values = AGREEMENT_FACTS.map((each) => {
    const column = factColumn(each.id);
    const sql = isCategory(each) ? `ifNull(toString(${column}), '')` : `ifNull(${column}, ${MISSING})`;
    return `groupArray(${sql}) AS v_${each.id}`;
  });
  const [columns] = await month.warehouse.query({
    sql: `SELECT ${values.join(', ')}, groupArray(renewed) AS renewed, groupArray(toInt32(ended)) AS ended_day,
      groupArray(toUInt32(cityHash64(account_id) % 4294967295)) AS account
      FROM (SELECT * FROM (${ended}) ORDER BY agreement_id LIMIT ${ROWS_MAX})`,
    schema: Columns,
  });
  return rowsFrom(columns!, dayNumber(cutOff), known);
}

function rowsFrom(columns: z.infer<typeof Columns>, now: number, knownBins: FactBins[]): TrainingRows {
  const numbers = (name: string) => (columns[name] ?? []) as number[];
  const values = Object.fromEntries(
    AGREEMENT_FACTS.map((each) => {
      const column = columns[`v_${each.id}`] ?? [];
      if (isCategory(each)) return [each.id, (column as string[]).map((text) => text || null)];
      const known = (column as number[]).map((value) => (value === MISSING ? Number.NaN : value));
      return [each.id, Float64Array.from(known)];
    }),
  );
  const features: FactBins[] = findBinning(AGREEMENT_FACTS, values, knownBins);
  const ended = numbers('ended_day');
  const buckets = Math.ceil((YEARS * 365) / BUCKET_DAYS);
  const bucketOf = (day: number) =>
    Math.max(0, Math.min(buckets - 1, buckets - 1 - Math.floor((now - 1 - day) / BUCKET_DAYS)));
  const rows: TrainingRows = {
    features,
    fine: features.map((each) => binned(each, values[each.fact]!)),
    labels: Uint8Array.from(numbers('renewed')),
    cutOff: Uint8Array.from(ended, bucketOf),
    account: Uint32Array.from(numbers('account')),
    cutOffDays: Array.from({ length: buckets }, (_, at) => now - (buckets - at) * BUCKET_DAYS),
    labelDays: BUCKET_DAYS + RENEWED_WITHIN_DAYS,
  };
  return rows;
}

function binned({ bins }: FactBins, values: Float64Array | (string | null)[]): Uint8Array {
  return Uint8Array.from(values as ArrayLike<number | string | null>, (value) =>
    binOf(bins, typeof value === 'number' && Number.isNaN(value) ? null : value),
  );
}

/** One row an agreement: its facts, and whether the account signed another one around its end, as far as known before `known`. */
function agreementsSql(month: Month, which: string, known: string): string {
  const agreements = feedOf(month, 'agreements');
  const one = `SELECT agreement_id, any(account_id) AS account_id, min(start_date) AS started, max(end_date) AS ended,
      argMax(program, expiring_revenue) AS program, argMax(division, (expiring_revenue, division)) AS division,
      min(toString(expiration_type)) AS expiry, sum(expiring_revenue) AS revenue
    FROM ${agreements} WHERE ${which} GROUP BY agreement_id`;
  const starts = `SELECT account_id, groupUniqArray((assumeNotNull(start_date), agreement_id)) AS starts FROM ${agreements}
    WHERE start_date IS NOT NULL AND start_date < '${known}' GROUP BY account_id`;
  const columns: Record<string, string> = {
    agreementProgram: 'g.program',
    agreementDivision: 'g.division',
    agreementType: 'g.expiry',
    agreementMonths: "dateDiff('month', g.started, g.ended)",
    agreementRevenue: 'g.revenue',
    agreementsBefore: 'toInt64(arrayCount(s -> s.1 < ifNull(g.started, g.ended), o.starts))',
    agreementEmployees: 'toNullable(a.employees)',
    agreementIndustry: 'a.industry',
  };
  return `SELECT g.agreement_id AS agreement_id, g.account_id AS account_id, g.ended AS ended,
      arrayExists(s -> s.2 != g.agreement_id AND s.1 >= g.ended - ${RENEWED_WITHIN_DAYS} AND s.1 < g.ended + ${RENEWED_WITHIN_DAYS}, o.starts) AS renewed,
      ${AGREEMENT_FACTS.map(({ id }) => `${columns[id]} AS ${factColumn(id)}`).join(', ')}
    FROM (${one}) AS g
    LEFT JOIN (${starts}) AS o ON o.account_id = g.account_id
    LEFT JOIN (SELECT account_id, any(employees) AS employees, any(industry) AS industry FROM ${feedOf(month, 'accounts')} GROUP BY account_id) AS a ON a.account_id = g.account_id`;
}
