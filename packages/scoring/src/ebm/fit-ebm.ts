import type { AdditiveModel, Mains } from './additive';
import { type Bag, drawBags } from './bags';
import { type BinnedTable, binTable } from './bin-rows';
import { findFeature, type Monotone } from './bins';
import { FIT } from './boost';
import { collapse } from './collapse';
import { fitTerms, startBags } from './fit-bags';
import { priorLogit } from './loss';
import { inMonotoneOrder } from './monotone';
import { calibrated, fitPlatt, type Line } from './platt';
import { purify } from './purify';
import { type Candidate, type Method, selectModel } from './select-model';
import { chooseTerms, pathGains } from './select-terms';
import { startLogistic } from './start-logistic';
import { startMains } from './start-mains';
import type { EbmTable } from './table';

/** Fewer rows of either class than this carry no more than their rate. */
const CLASS_ROWS_MIN = 20;
/** A histogram cell's place fits two bytes. */
const COLUMNS_MAX = 1023;
const PAIRS_MAX = 20;
const PAIRS_BESIDE_TRIPLES = 0.6;
/** Log loss that triples must win out of bag. */
const TRIPLES_MARGIN = 0.0005;
const MANY_ROWS = 30_000;
/** Terms are chosen on this many bags together. */
const SELECTION_BAGS = 2;

export type EbmOptions = {
  seed: number;
  pairsMax?: number;
  triplesMax?: number;
  bags?: number;
  /** By column name: log-odds may only rise or fall with it, whatever the other columns say. */
  monotone?: Record<string, Monotone>;
};
export type FittedEbm = {
  model: AdditiveModel;
  /** `prior`: an intercept only. */
  method: Method | 'prior';
  outOfBagLoss: number | null;
  calibration: Line;
};

/** Trains the additive model; the same table, options and seed give the same model bit for bit. */
export function fitEbm(table: EbmTable, options: EbmOptions): FittedEbm {
  checkTable(table);
  for (const name of Object.keys(options.monotone ?? {}))
    if (!table.columns.some((column) => column.name === name))
      throw new Error(`there is no column ${name} to be monotone`);
  const features = table.columns.map((column) => findFeature(column, options.monotone?.[column.name]));
  const rows = table.labels.length;
  const positives = table.labels.reduce((sum, label) => sum + label, 0);
  const binned = binTable(features, table.columns, table.labels);
  const isVaried = binned.fine.some((bins) => bins.some((bin) => bin !== bins[0]));
  if (Math.min(positives, rows - positives) < CLASS_ROWS_MIN || !isVaried) {
    const intercept = priorLogit(table.labels, [...table.labels.keys()]);
    const model = { features, intercept, terms: [] };
    return { model, method: 'prior', outOfBagLoss: null, calibration: { slope: 1, shift: 0 } };
  }
  const bags = drawBags(rows, {
    bags: options.bags ?? (rows > MANY_ROWS ? 4 : 8),
    seed: options.seed,
    accounts: table.accounts,
  });
  const { method, fits, outOfBag } = selectModel(binned, bags, candidates(binned, bags, options));
  const calibration = fitPlatt(
    Array.from(outOfBag.rows, (row) => outOfBag.scores[row]!),
    Array.from(outOfBag.rows, (row) => table.labels[row]!),
  );
  const model = purify(calibrated(collapse(features, fits, FIT.rate), calibration), binned.fine);
  return { model, method, outOfBagLoss: outOfBag.loss, calibration };
}

/** Simple ones first; triples only when asked for, and only when they pay for their size. */
function candidates(
  table: BinnedTable,
  bags: Bag[],
  { seed, pairsMax = PAIRS_MAX, triplesMax = 0 }: EbmOptions,
): Candidate[] {
  const logistic = bags.map((bag) => inMonotoneOrder(startLogistic(table, bag), table));
  const mains = bags.map((bag) => inMonotoneOrder(startMains(table, bag), table));
  const started = startBags(table, bags, { logistic, mains });
  const gains = pathGains(table, started.slice(0, SELECTION_BAGS), seed + 1000);
  const fitted = (method: Method, terms: number[][], margin: number) => ({
    method,
    fits: fitTerms(table, started, { terms, seed: seed + 2000 }),
    margin,
  });
  const unboosted = (all: Mains[]) => all.map((each) => ({ mains: each, trees: [] }));
  const simple: Candidate[] = [
    { method: 'logistic', fits: unboosted(logistic), margin: 0 },
    { method: 'mains', fits: unboosted(mains), margin: 0 },
    fitted('pairs', chooseTerms(gains, { pairsMax, triplesMax: 0 }), 0),
  ];
  if (triplesMax === 0) return simple;
  const besideTriples = Math.ceil(pairsMax * PAIRS_BESIDE_TRIPLES);
  const terms = chooseTerms(gains, { pairsMax: besideTriples, triplesMax });
  return [...simple, fitted('triples', terms, TRIPLES_MARGIN)];
}

function checkTable({ columns, labels, accounts }: EbmTable): void {
  if (labels.length === 0) throw new Error('the table has no rows');
  if (columns.length === 0) throw new Error('the table has no columns to learn from');
  if (columns.length > COLUMNS_MAX)
    throw new Error(`the table has ${columns.length} columns, more than ${COLUMNS_MAX}`);
  for (const column of columns) {
    const { length } = column.kind === 'number' ? column.values : column.codes;
    if (length !== labels.length)
      throw new Error(`column ${column.name} has ${length} rows, the labels have ${labels.length}`);
  }
  if (accounts && accounts.length !== labels.length)
    throw new Error(`the accounts have ${accounts.length} rows, the labels have ${labels.length}`);
  const odd = labels.findIndex((label) => label > 1);
  if (odd >= 0) throw new Error(`the label of row ${odd} is ${labels[odd]}, neither 0 nor 1`);
}
