import { performance } from 'node:perf_hooks';
import { evaluatePart, meanMetrics, type PartResult, predictRate } from '@ascent/scoring';
import { optional, required, UsageError, type Verb, wholeNumber } from '../cli/verb';
import { propensityTask } from '../evaluate/propensity-task';
import { readCsv } from '../evaluate/read-csv';

const SEED = 1;
const now = () => performance.now();

export const evaluatePropensity: Verb = {
  name: 'evaluate propensity',
  usage:
    'evaluate propensity --csv FILE --target COL (--fold COL | --split COL) [--drop a,b] [--categorical a,b] [--triples N] [--seed S]',
  about:
    'our model on any table (.csv, .csv.gz): means over the folds, or trained on split "train" and tested on "test"',
  options: {
    csv: { type: 'string' },
    target: { type: 'string' },
    fold: { type: 'string' },
    split: { type: 'string' },
    drop: { type: 'string' },
    categorical: { type: 'string' },
    triples: { type: 'string' },
    seed: { type: 'string' },
  },
  stores: false,
  run: async (given, progress) => {
    const [fold, split] = [optional(given, 'fold'), optional(given, 'split')];
    if ((fold === undefined) === (split === undefined))
      throw new UsageError('one of --fold and --split says which rows test');
    const target = required(given, 'target');
    const seed = wholeNumber(given, 'seed', SEED);
    const triplesMax = optional(given, 'triples') === undefined ? 0 : wholeNumber(given, 'triples');
    const names = (option: string) => optional(given, option)?.split(',').filter(Boolean) ?? [];
    const text = await readCsv(required(given, 'csv'));
    const { table, parts, positive } = propensityTask(text, {
      target,
      by: fold === undefined ? { kind: 'split', column: split! } : { kind: 'fold', column: fold },
      drop: names('drop'),
      categorical: names('categorical'),
    });
    const results: PartResult[] = [];
    for (const part of parts) {
      const result = evaluatePart(table, part, { seed, triplesMax, now });
      const { fitted, metrics, trainMs } = result;
      progress(
        `${part.name}: ${fitted.method} in ${(trainMs / 1000).toFixed(1)} s, AUC ${metrics.auc?.toFixed(4) ?? 'unknown'}, log loss ${metrics.log_loss?.toFixed(4) ?? 'unknown'}`,
      );
      results.push(result);
    }
    return {
      rows: text.rows,
      features: table.columns.length,
      positive,
      parts: parts.length,
      ...meanMetrics(results.map(({ metrics }) => metrics)),
      train_s: results.reduce((sum, { trainMs }) => sum + trainMs, 0) / 1000 / results.length,
      predict_rows_s: Math.round(
        predictRate(results[0]!.fitted, table.columns, { test: parts[0]!.test, now }),
      ),
      methods: results.map(({ fitted }) => fitted.method),
    };
  },
  say: (result) =>
    Object.entries(result)
      .map(
        ([name, value]) =>
          `${name}: ${typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(4) : String(value)}`,
      )
      .join('\n'),
};
