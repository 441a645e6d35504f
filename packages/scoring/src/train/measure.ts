import type { ModelCard, ModelMetrics } from '@ascent/schemas';
import { liftWhere } from '../evaluate/metrics';
import { propensityMetrics } from '../evaluate/propensity-metrics';

const PARTS = 10;

/** Figures of log-odds against what happened. */
export function measure(logits: Float64Array, labels: Uint8Array): ModelMetrics {
  return measureProbabilities(
    logits.map((logit) => 1 / (1 + Math.exp(-logit))),
    labels,
  );
}

export function measureProbabilities(p: Float64Array, labels: Uint8Array): ModelMetrics {
  const figures = propensityMetrics(p, labels);
  return {
    rows: labels.length,
    positives: labels.reduce((sum, label) => sum + label, 0),
    auc: figures.auc,
    prAuc: figures.pr_auc,
    logLoss: figures.log_loss,
    brier: figures.brier,
    ece: figures.ece,
    lift10: figures.lift10,
  };
}

/** Mean probability and rate seen in ten parts of equal count, lowest first. */
export function calibrationOf(p: Float64Array, labels: Uint8Array): ModelCard['calibration'] {
  const order = rising(p);
  return parts(order.length).map(([from, to]) => {
    const rows = order.slice(from, to);
    return {
      probability: mean(rows, (row) => p[row]!),
      rate: mean(rows, (row) => labels[row]!),
      rows: rows.length,
    };
  });
}

/** Rate over base rate by tenth of the score, best first. */
export function decilesOf(scores: Float64Array, labels: Uint8Array): number[] {
  const base = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  if (!(base > 0)) return [];
  const order = rising(scores).reverse();
  return parts(order.length).map(([from, to]) => mean(order.slice(from, to), (row) => labels[row]!) / base);
}

/** Rate among those at or above a score over the base rate; null where nobody is. */
export function liftFrom(scores: Float64Array, labels: Uint8Array, from: number): number | null {
  return liftWhere((row) => scores[row]! >= from, labels);
}

function rising(values: Float64Array): number[] {
  return Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
}

function parts(rows: number): [number, number][] {
  const at = (part: number) => Math.floor((part * rows) / PARTS);
  return Array.from({ length: PARTS }, (_, part): [number, number] => [at(part), at(part + 1)]).filter(
    ([from, to]) => to > from,
  );
}

function mean(rows: number[], of: (row: number) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0) / Math.max(1, rows.length);
}
