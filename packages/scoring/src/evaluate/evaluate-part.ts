import { fitEbm } from '../ebm/fit-ebm';
import type { EbmOptions, FittedEbm } from '../ebm/options';
import { predict } from '../ebm/predict';
import { type Column, type EbmTable, takeColumns, takeRows } from '../ebm/table';
import { fitYardstick, yardstickProbabilities } from '../ebm/yardstick';
import { type PropensityMetrics, propensityMetrics } from './propensity-metrics';

/** Rows to learn from, and rows that only the finished model sees. */
export type Part = { name: string; train: Uint32Array; test: Uint32Array };
export type PartResult = { fitted: FittedEbm; metrics: PropensityMetrics; trainMs: number };

/** `now` is a clock in milliseconds. */
export function evaluatePart(
  table: EbmTable,
  { train, test }: Part,
  { now, ...options }: EbmOptions & { now: () => number },
): PartResult {
  const started = now();
  const fitted = fitEbm(takeRows(table, train), options);
  const trainMs = now() - started;
  const p = predict(fitted.model, takeColumns(table.columns, test));
  const labels = Uint8Array.from(test, (row) => table.labels[row]!);
  return { fitted, metrics: propensityMetrics(p, labels), trainMs };
}

/** What trees that cannot explain themselves reach on the same rows. */
export function yardstickPart(
  table: EbmTable,
  { train, test }: Part,
  { seed }: { seed: number },
): PropensityMetrics {
  const yardstick = fitYardstick(takeRows(table, train), { seed });
  const p = yardstickProbabilities(yardstick, takeColumns(table.columns, test));
  return propensityMetrics(
    p,
    Uint8Array.from(test, (row) => table.labels[row]!),
  );
}

const PREDICT_ROWS_MIN = 30_000;
const PREDICT_TIMES = 3;

/** Rows a second from raw columns to probabilities, the best of three; few rows are repeated. */
export function predictRate(
  { model }: FittedEbm,
  columns: Column[],
  { test, now }: { test: Uint32Array; now: () => number },
): number {
  const times = Math.max(1, Math.floor(PREDICT_ROWS_MIN / test.length));
  const rows = Uint32Array.from({ length: times * test.length }, (_, i) => test[i % test.length]!);
  const repeated = takeColumns(columns, rows);
  let best = Infinity;
  for (let time = 0; time < PREDICT_TIMES; time++) {
    const started = now();
    predict(model, repeated);
    best = Math.min(best, now() - started);
  }
  return (rows.length / Math.max(best, 1e-3)) * 1000;
}

/** The mean of each figure over the parts that know it. */
export function meanMetrics(all: PropensityMetrics[]): PropensityMetrics {
  const mean = (name: keyof PropensityMetrics) => {
    const known = all.map((each) => each[name]).filter((each) => each !== null);
    return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length;
  };
  return {
    auc: mean('auc'),
    pr_auc: mean('pr_auc'),
    log_loss: mean('log_loss'),
    brier: mean('brier'),
    ece: mean('ece'),
    lift10: mean('lift10'),
  };
}
