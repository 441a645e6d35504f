import { performance } from 'node:perf_hooks';
import {
  driftOf,
  evaluatePart,
  leaksOf,
  meanMetrics,
  type PartResult,
  predictRate,
  tableNotes,
  yardstickPart,
} from '@ascent/scoring';
import { type Given, optional, required, UsageError, type Verb, wholeNumber } from '../cli/verb';
import { propensityTask } from '../evaluate/propensity-task';
import { readTable } from '../evaluate/read-table';

const SEED = 1;
const TRIPLES_MAX = 12;
/** By rows to learn from: more bags steady a model of few rows, and cost little there. */
const BAGS = [
  { rowsMax: 15_000, bags: 16 },
  { rowsMax: 60_000, bags: 8 },
];
const now = () => performance.now();

export const evaluatePropensity: Verb = {
  name: 'evaluate propensity',
  usage:
    'evaluate propensity --csv FILE --target COL (--fold COL | --split COL) [--account COL] [--time COL] [--drop a,b] [--categorical a,b] [--triples N] [--yardstick] [--seed S]',
  about:
    'our model on any table (.csv, .csv.gz, .parquet, .xlsx): means over the folds, or trained on split "train" and tested on "test"; names columns that look leaked, and with --split what drifted',
  options: {
    csv: { type: 'string' },
    target: { type: 'string' },
    fold: { type: 'string' },
    split: { type: 'string' },
    account: { type: 'string' },
    time: { type: 'string' },
    drop: { type: 'string' },
    categorical: { type: 'string' },
    triples: { type: 'string' },
    yardstick: { type: 'boolean' },
    seed: { type: 'string' },
  },
  stores: false,
  run: async (given, progress) => {
    const by = partedBy(given);
    const seed = wholeNumber(given, 'seed', SEED);
    const triplesMax = optional(given, 'triples') === '0' ? 0 : wholeNumber(given, 'triples', TRIPLES_MAX);
    const names = (option: string) => optional(given, option)?.split(',').filter(Boolean) ?? [];
    const text = await readTable(required(given, 'csv'));
    const { table, parts, positive } = propensityTask(text, {
      target: required(given, 'target'),
      by,
      drop: names('drop'),
      categorical: names('categorical'),
      account: optional(given, 'account'),
      time: optional(given, 'time'),
    });
    const warnings = leaksOf(table, parts[0]!);
    const notes = tableNotes(table, parts[0]!);
    for (const message of [...warnings.map(({ message }) => message), ...notes])
      progress(`warning: ${message}`);
    const results: PartResult[] = [];
    for (const part of parts) {
      const bags = BAGS.find(({ rowsMax }) => part.train.length <= rowsMax)?.bags;
      const result = evaluatePart(table, part, { seed, triplesMax, ...(bags && { bags }), now });
      progress(partText(part.name, result));
      results.push(result);
    }
    const yardstick =
      given.options.yardstick === true
        ? meanMetrics(parts.map((part) => yardstickPart(table, part, { seed })))
        : null;
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
      candidates: results.map(({ fitted }) => fitted.candidates),
      warnings,
      notes,
      ...(by.kind === 'split' && { drift: driftOf(table, parts[0]!, results[0]!) }),
      ...(yardstick && { yardstick }),
    };
  },
  say: (result) =>
    Object.entries(result)
      .map(([name, value]) => `${name}: ${valueText(value)}`)
      .join('\n'),
};

function partedBy(given: Given): { kind: 'fold' | 'split'; column: string } {
  const [fold, split] = [optional(given, 'fold'), optional(given, 'split')];
  if ((fold === undefined) === (split === undefined))
    throw new UsageError('one of --fold and --split says which rows test');
  return fold === undefined ? { kind: 'split', column: split! } : { kind: 'fold', column: fold };
}

function partText(name: string, { fitted, metrics, trainMs }: PartResult): string {
  const [auc, loss] = [metrics.auc, metrics.log_loss].map((each) => each?.toFixed(4) ?? 'unknown');
  return `${name}: ${fitted.method} in ${(trainMs / 1000).toFixed(1)} s, AUC ${auc}, log loss ${loss}`;
}

/** Figures to four places; of findings only what they say. */
function valueText(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(4);
  if (!Array.isArray(value)) return typeof value === 'object' ? JSON.stringify(value) : String(value);
  return value
    .map((each) => (typeof each === 'object' && 'message' in each ? `\n  ${each.message}` : valueText(each)))
    .join(value.some((each) => typeof each === 'object') ? '' : ', ');
}
