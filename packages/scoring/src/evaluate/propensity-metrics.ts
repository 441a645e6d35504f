import { logLoss, rocAuc } from './metrics';

/** The figures of one block of rows; null where a class is absent. */
export type PropensityMetrics = {
  auc: number | null;
  pr_auc: number | null;
  log_loss: number | null;
  brier: number | null;
  ece: number | null;
  lift10: number | null;
};

const BOUND = 1e-6;
const ECE_BINS = 10;

/** `p` are probabilities, bounded away from 0 and 1 before anything is measured. */
export function propensityMetrics(p: ArrayLike<number>, y: ArrayLike<number>): PropensityMetrics {
  const bounded = Float64Array.from(p, (each) => Math.min(1 - BOUND, Math.max(BOUND, each)));
  return {
    auc: rocAuc(bounded, y),
    pr_auc: averagePrecision(bounded, y),
    log_loss: logLoss(bounded, y),
    brier: brierScore(bounded, y),
    ece: calibrationError(bounded, y),
    lift10: topDecileLift(bounded, y),
  };
}

/** Precision at every threshold, weighted by the recall it adds. */
export function averagePrecision(p: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const order = rising(p).reverse();
  let [hits, sum] = [0, 0];
  for (let start = 0; start < order.length; ) {
    let end = start;
    let added = 0;
    while (end < order.length && p[order[end]!] === p[order[start]!]) added += y[order[end++]!]!;
    hits += added;
    sum += (added * hits) / end;
    start = end;
  }
  return hits === 0 ? null : sum / hits;
}

export function brierScore(p: ArrayLike<number>, y: ArrayLike<number>): number | null {
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += (p[i]! - y[i]!) ** 2;
  return p.length === 0 ? null : sum / p.length;
}

/** Mean distance of rate and probability over ten bins of equal count, the first ones taking the remainder. */
export function calibrationError(p: ArrayLike<number>, y: ArrayLike<number>): number | null {
  if (p.length === 0) return null;
  const order = rising(p);
  let error = 0;
  let from = 0;
  for (let bin = 0; bin < ECE_BINS; bin++) {
    const to = from + Math.floor(p.length / ECE_BINS) + (bin < p.length % ECE_BINS ? 1 : 0);
    let difference = 0;
    for (let i = from; i < to; i++) difference += y[order[i]!]! - p[order[i]!]!;
    error += Math.abs(difference);
    from = to;
  }
  return error / p.length;
}

/** Positive rate of the tenth with the highest probability, earlier rows first among equals, over that of all. */
export function topDecileLift(p: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const order = Array.from({ length: p.length }, (_, i) => i).sort((a, b) => p[b]! - p[a]! || a - b);
  const top = order.slice(0, Math.max(1, roundedToEven(0.1 * p.length)));
  let positives = 0;
  for (let i = 0; i < y.length; i++) positives += y[i]!;
  if (positives === 0) return null;
  return top.reduce((sum, row) => sum + y[row]!, 0) / top.length / (positives / p.length);
}

function roundedToEven(value: number): number {
  const floor = Math.floor(value);
  const half = value - floor === 0.5;
  return half && floor % 2 === 0 ? floor : Math.round(value);
}

function rising(p: ArrayLike<number>): number[] {
  return Array.from({ length: p.length }, (_, i) => i).sort((a, b) => p[a]! - p[b]! || a - b);
}
