import { CLUSTERS, type GateCause, type GateFinding } from '@ascent/schemas';
import { literal } from '@ascent/scoring';
import { scoreColumn, scoresOf } from '@ascent/warehouse';
import { z } from 'zod';
import { asOfDays, daysBefore, feedOf, type Month, stepDetail } from '../month';
import { ValidateDetail } from './validate';

export type Gate = {
  gate: 'ready' | 'warnings' | 'red';
  findings: GateFinding[];
  clusters: Record<string, Record<string, number>>;
};

/** A shift of the clusters' shares above this (PSI) deserves a look; a red one stops the release. */
const PSI_WARNING = 0.25;
const STALE_WARNING_DAYS = 31;
const STALE_RED_DAYS = 92;
const REJECTED_WARNING = 0.02;
const REJECTED_RED = 0.2;

const ClusterCount = z.object({ product: z.string(), cluster: z.string(), n: z.number() });

/** Compares the candidate with the release before it and says whether it may be published. */
export async function check(month: Month): Promise<Gate> {
  return gateOf(month, ValidateDetail.parse(await stepDetail(month, 'validate')));
}

/** `about`: what the validation found; null where none ran. */
export async function gateOf(month: Month, about: ValidateDetail | null): Promise<Gate> {
  const findings: GateFinding[] = about ? findingsOf(about) : [];
  const now = await clusterCounts(month, month.releaseId);
  const before = month.previousId ? await clusterCounts(month, month.previousId) : {};
  for (const { id } of month.catalogue.products) {
    const counts = now[id];
    if (!counts) findings.push(warning(id, { code: 'product-unscored' }));
    else if (before[id]) {
      const shift = psi(counts, before[id]);
      if (shift > PSI_WARNING) findings.push(warning(id, { code: 'clusters-moved', psi: shift }));
    }
  }
  if (Object.keys(now).length === 0)
    findings.push({ level: 'red', subject: 'scores', cause: { code: 'nothing-scored' } });
  findings.push(...(await rejectedShare(month)), ...(await staleSales(month)));
  const gate = findings.some((f) => f.level === 'red') ? 'red' : findings.length > 0 ? 'warnings' : 'ready';
  return { gate, findings, clusters: now };
}

/** Columns at fault, by name; none of it stops a release, since what is doubtful was left out of training. */
function findingsOf({ validation, futureDated, leakage }: ValidateDetail): GateFinding[] {
  return [
    ...validation.features
      .filter(({ alarm }) => alarm)
      .map(({ fact, psi: index }) => warning(fact, { code: 'spread-moved', psi: index })),
    ...validation.scores
      .filter(({ alarm }) => alarm)
      .map(({ product, kind, psi: index }) => warning(product, { code: 'scores-moved', kind, psi: index })),
    ...validation.concepts
      .filter(({ alarm }) => alarm)
      .map(({ fact, z, cutOff }) => warning(fact, { code: 'meaning-moved', z, cutOff })),
    ...leakage.map(({ column, ...leak }) => warning(column, { code: 'leaked', ...leak })),
    ...futureDated.map(({ feed, column, rows }) => warning(feed, { code: 'future-dated', column, rows })),
  ];
}

function warning(subject: string, cause: GateCause): GateFinding {
  return { level: 'warning', subject, cause };
}

/** Population stability index of two counts by cluster. */
export function psi(now: Record<string, number>, before: Record<string, number>): number {
  const total = (counts: Record<string, number>) =>
    CLUSTERS.reduce((sum, cluster) => sum + (counts[cluster] ?? 0), 0);
  const share = (counts: Record<string, number>, cluster: string) =>
    Math.max(1e-4, (counts[cluster] ?? 0) / Math.max(1, total(counts)));
  return CLUSTERS.reduce((sum, cluster) => {
    const [a, b] = [share(now, cluster), share(before, cluster)];
    return sum + (a - b) * Math.log(a / b);
  }, 0);
}

async function clusterCounts(
  month: Month,
  releaseId: string,
): Promise<Record<string, Record<string, number>>> {
  const pairs = month.catalogue.products.map(
    ({ id }) => `(${literal(id)}, toString(${scoreColumn(id, 'cluster')}))`,
  );
  const rows = await month.warehouse.query({
    sql: `SELECT pair.1 AS product, assumeNotNull(pair.2) AS cluster, toUInt32(count()) AS n FROM (
        SELECT arrayJoin([${pairs.join(', ')}]) AS pair FROM ${scoresOf(releaseId)}) WHERE pair.2 IS NOT NULL GROUP BY product, cluster ORDER BY product, cluster`,
    schema: ClusterCount,
  });
  const counts: Record<string, Record<string, number>> = {};
  for (const { product, cluster, n } of rows) {
    counts[product] ??= {};
    counts[product][cluster] = n;
  }
  return counts;
}

/** Scores without recent sales would say that everybody cooled down. */
async function staleSales(month: Month): Promise<GateFinding[]> {
  if (month.inputs.transactions.length === 0) return [];
  const { score } = asOfDays(month);
  const [row] = await month.warehouse.query({
    sql: `SELECT toString(max(date)) AS last, count() AS n FROM ${feedOf(month, 'transactions')} WHERE date < {cut:Date}`,
    params: { cut: score },
    schema: z.object({ last: z.string(), n: z.number() }),
  });
  const { last, n } = row!;
  const cause: GateCause =
    n === 0 ? { code: 'no-sale', before: score } : { code: 'last-sale', before: score, on: last };
  if (n === 0 || last < daysBefore(score, STALE_RED_DAYS))
    return [{ level: 'red', subject: 'transactions', cause }];
  return last < daysBefore(score, STALE_WARNING_DAYS) ? [warning('transactions', cause)] : [];
}

async function rejectedShare(month: Month): Promise<GateFinding[]> {
  const loads = Object.values(month.inputs).flat();
  if (loads.length === 0) return [];
  const rows = await month.warehouse.query({
    sql: `SELECT feed, toUInt32(uniqExact(load_seq, line)) AS n FROM rejected_rows WHERE load_seq IN (${loads.join(', ')}) GROUP BY feed ORDER BY feed`,
    schema: z.object({ feed: z.string(), n: z.number() }),
  });
  const findings: GateFinding[] = [];
  for (const { feed, n } of rows) {
    const [{ total }] = (await month.warehouse.query({
      sql: `SELECT count() AS total FROM feed_${feed} WHERE load_seq IN (${loads.join(', ')})`,
      schema: z.object({ total: z.number() }),
    })) as [{ total: number }];
    const share = n / (n + total);
    if (share > REJECTED_WARNING) {
      findings.push({
        level: share > REJECTED_RED ? 'red' : 'warning',
        subject: feed,
        cause: { code: 'rejected', rows: n, of: n + total },
      });
    }
  }
  return findings;
}
