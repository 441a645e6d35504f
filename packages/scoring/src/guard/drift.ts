import type { AdditiveModel } from '../ebm/additive';
import { sigmoid } from '../ebm/loss';
import { logOddsOf } from '../ebm/predict';
import type { BinnedRows } from './leakage';

/** A population stability index below this is of no consequence, however sure it is. */
const PSI_MIN = 0.1;
/** Standard deviations above what chance alone gives. */
const SIGMA_MAX = 5;
/** The rate of positives may move by this part of itself. */
const RATE_CHANGE_MIN = 0.1;
/** The slope of a term on newer rows may be so far from 1. */
const SLOPE_CHANGE_MIN = 0.25;

/**
 * What is no longer as it was. `column`: the population stability index of a column's coarse bins; `rate`: the rate of
 * positives over the rate before; `term`: the slope of what a term says, 1 = still right. `sigmas`: how far that is
 * from no change, in standard deviations of chance.
 */
export type Drift = {
  kind: 'column' | 'rate' | 'term';
  name: string;
  value: number;
  sigmas: number;
  message: string;
};

/** Columns whose values are spread otherwise among the newer rows than among the older. */
export function columnDrift(older: Omit<BinnedRows, 'labels'>, newer: Omit<BinnedRows, 'labels'>): Drift[] {
  return older.features.flatMap(({ name, coarse, coarseSize }, f): Drift[] => {
    const counts = [older, newer].map(({ fine }) => coarseCounts(fine[f]!, coarse, coarseSize));
    const { psi, sigmas } = stability(counts[0]!, counts[1]!);
    if (psi < PSI_MIN || sigmas < SIGMA_MAX) return [];
    const message = `${name} is spread otherwise than when the model learnt (stability index ${psi.toFixed(2)})`;
    return [{ kind: 'column', name, value: psi, sigmas, message }];
  });
}

/**
 * The population stability index of two counts of the same bins. Without drift it is about
 * (bins - 1) (1/n + 1/m), as a chi-squared with as many degrees of freedom: fewer rows, more index by chance.
 */
export function stability(older: Float64Array, newer: Float64Array): { psi: number; sigmas: number } {
  const used = [...older.keys()].filter((bin) => older[bin]! + newer[bin]! > 0);
  const total = (counts: Float64Array) => used.reduce((sum, bin) => sum + counts[bin]! + 0.5, 0);
  const [n, m] = [total(older), total(newer)];
  if (older.every((count) => count === 0) || newer.every((count) => count === 0) || used.length < 2)
    return { psi: 0, sigmas: 0 };
  let psi = 0;
  for (const bin of used) {
    const [p, q] = [(older[bin]! + 0.5) / n, (newer[bin]! + 0.5) / m];
    psi += (p - q) * Math.log(p / q);
  }
  const degrees = used.length - 1;
  const unit = 1 / n + 1 / m;
  return { psi, sigmas: (psi - degrees * unit) / (Math.sqrt(2 * degrees) * unit) };
}

/** Whether positives are more or less frequent than they were; null when not, or when too few rows can tell. */
export function rateDrift(older: Uint8Array, newer: Uint8Array): Drift | null {
  const [before, after] = [older, newer].map((labels) => ({
    positives: labels.reduce((sum, label) => sum + label, 0),
    rows: labels.length,
  })) as [Tally, Tally];
  if (before.rows === 0 || after.rows === 0 || before.positives === 0) return null;
  const [p, q] = [before.positives / before.rows, after.positives / after.rows];
  const pooled = (before.positives + after.positives) / (before.rows + after.rows);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.rows + 1 / after.rows));
  const sigmas = error === 0 ? 0 : Math.abs(q - p) / error;
  if (sigmas < SIGMA_MAX || Math.abs(q / p - 1) < RATE_CHANGE_MIN) return null;
  const message = `the outcome's rate went from ${percent(p)} to ${percent(q)}: probabilities are off by as much`;
  return { kind: 'rate', name: 'outcome', value: q / p, sigmas, message };
}
type Tally = { positives: number; rows: number };

/**
 * Terms that say something else of newer labelled rows than they did: of each the slope that fits best beside the
 * model's log-odds, by one step from 1 with the intercept free, so that a moved rate is not blamed on every term.
 */
export function termDrift(model: AdditiveModel, { fine, labels }: BinnedRows): Drift[] {
  const offset = recentred(logOddsOf(model, fine, labels.length), labels);
  return model.terms.flatMap((term): Drift[] => {
    const said = logOddsOf({ ...model, intercept: 0, terms: [term] }, fine, labels.length);
    const { change, sigmas } = slopeChange(said, offset, labels);
    if (sigmas < SIGMA_MAX || Math.abs(change) < SLOPE_CHANGE_MIN) return [];
    const name = term.features.map((f) => model.features[f]!.name).join(' x ');
    const slope = 1 + change;
    const how = slope < 0 ? 'the other way round' : slope < 1 ? 'less than it did' : 'more than it did';
    const message = `${name} tells the outcome ${how} (slope ${slope.toFixed(2)} instead of 1)`;
    return [{ kind: 'term', name, value: slope, sigmas, message }];
  });
}

/** The change of one term's slope by a score test, and how sure it is. */
export function slopeChange(said: Float64Array, offset: Float64Array, labels: Uint8Array) {
  let [score, weights, weighted, squares] = [0, 0, 0, 0];
  for (let row = 0; row < labels.length; row++) {
    const p = sigmoid(offset[row]!);
    const w = p * (1 - p);
    score += (labels[row]! - p) * said[row]!;
    weights += w;
    weighted += w * said[row]!;
    squares += w * said[row]! * said[row]!;
  }
  const information = squares - (weighted * weighted) / Math.max(weights, 1e-12);
  if (!(information > 1e-9)) return { change: 0, sigmas: 0 };
  return { change: score / information, sigmas: Math.abs(score) / Math.sqrt(information) };
}

/** The log-odds shifted so that they expect as many positives as there are. */
function recentred(scores: Float64Array, labels: Uint8Array): Float64Array {
  let shift = 0;
  for (let iteration = 0; iteration < 30; iteration++) {
    let [residual, weight] = [0, 1e-9];
    for (let row = 0; row < labels.length; row++) {
      const p = sigmoid(scores[row]! + shift);
      residual += labels[row]! - p;
      weight += p * (1 - p);
    }
    const step = Math.max(-2, Math.min(2, residual / weight));
    shift += step;
    if (Math.abs(step) < 1e-9) break;
  }
  return scores.map((score) => score + shift);
}

function coarseCounts(bins: Uint8Array, coarse: Uint8Array, size: number): Float64Array {
  const counts = new Float64Array(size);
  for (const bin of bins) counts[coarse[bin]!]! += 1;
  return counts;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
