import type { FactBins, RevenueDocument, Term } from '@ascent/schemas';
import { placesOfEdges } from '../ebm/places';
import { solveCholesky } from './cholesky';
import { asFineTable } from './fine-rows';

/** Buyers by row: stored bins from before, and the cents they spent in the twelve months after. */
export type BuyerRows = {
  features: FactBins[];
  fine: Uint8Array[];
  cents: Float64Array;
  account: Uint32Array;
  /** Index of the cut-off; the last one tests. */
  cutOff: Uint8Array;
};

/** Buyers below this number give no estimate. */
export const BUYERS_MIN = 30;
/** The interval is made to hold eight of ten. */
export const COVERAGE = 0.8;
const FOLDS = 5;
const RIDGE = 3;
const MILLI = 1000;
/** A step of the cents table: two in a thousand. */
const STEP = 2;

type Fitted = Pick<RevenueDocument, 'features' | 'terms' | 'base' | 'low' | 'high' | 'cents' | 'coverage'>;

/**
 * What buyers spend as an additive model of the logarithm, with an interval from the residuals of accounts that the
 * fit had not seen (split conformal), and its coverage as measured on the latest cut-off by a fit on those before.
 * Null when there are too few buyers.
 */
export function fitRevenue(rows: BuyerRows): Fitted | null {
  if (rows.cents.length < BUYERS_MIN) return null;
  const table = regression(rows, allRows(rows));
  const residuals = foldResiduals(rows);
  const [low, high] = ends(residuals);
  const middles = table.predict;
  const from = Math.floor(minOf(middles) + low) - 50;
  const to = Math.ceil(maxOf(middles) + high) + 50;
  const length = Math.floor((to - from) / STEP) + 1;
  return {
    features: table.features,
    terms: table.terms,
    base: table.base,
    low,
    high,
    cents: {
      from,
      step: STEP,
      cents: Array.from({ length }, (_, i) => Math.round(Math.exp((from + i * STEP) / MILLI))),
    },
    coverage: { target: COVERAGE, ...measuredCoverage(rows) },
  };
}

/** Cents of a sum in thousandths of the logarithm. */
export function centsOf(
  { cents: { from, step, cents } }: Pick<RevenueDocument, 'cents'>,
  milli: number,
): number {
  return cents[Math.min(cents.length - 1, Math.max(0, Math.floor((milli - from) / step)))]!;
}

function measuredCoverage(rows: BuyerRows): { measured: number | null; buyers: number } {
  const last = maxOf(rows.cutOff);
  const earlier = where(rows, (row) => rows.cutOff[row]! < last && rows.account[row]! % FOLDS !== 0);
  const later = where(rows, (row) => rows.cutOff[row] === last && rows.account[row]! % FOLDS === 0);
  if (earlier.length < BUYERS_MIN || later.length < BUYERS_MIN / 3)
    return { measured: null, buyers: later.length };
  const learnt = taken(rows, earlier);
  const [low, high] = ends(foldResiduals(learnt));
  const { predictRow } = regression(rows, earlier);
  const inside = later.filter((row) => {
    const residual = Math.log(rows.cents[row]!) * MILLI - predictRow(row);
    return residual >= low && residual <= high;
  });
  return { measured: Math.round((1000 * inside.length) / later.length) / 1000, buyers: later.length };
}

/** Residuals in thousandths of every row by a fit on the other accounts. */
function foldResiduals(rows: BuyerRows): Float64Array {
  const residuals = new Float64Array(rows.cents.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const { predictRow } = regression(
      rows,
      where(rows, (row) => rows.account[row]! % FOLDS !== fold),
    );
    for (let row = 0; row < residuals.length; row++)
      if (rows.account[row]! % FOLDS === fold)
        residuals[row] = Math.log(rows.cents[row]!) * MILLI - predictRow(row);
  }
  return residuals;
}

function ends(residuals: Float64Array): [number, number] {
  const sorted = residuals.slice().sort();
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length + 1)) - 1))]!;
  return [Math.floor(at((1 - COVERAGE) / 2)), Math.ceil(at((1 + COVERAGE) / 2))];
}

/** Ridge least squares on standardised places of number bins (missing apart) and an indicator a level, as tables by fine bin. */
function regression(rows: BuyerRows, which: number[]) {
  const design = designOf(rows, which);
  const { size, parameter, value } = design;
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (const row of which) {
    const y = Math.log(rows.cents[row]!);
    const at: number[] = [0];
    const x: number[] = [1];
    rows.fine.forEach((bins, f) => {
      const v = value[f]![bins[row]!]!;
      if (v === 0) return;
      at.push(parameter[f]![bins[row]!]!);
      x.push(v);
    });
    for (let i = 0; i < at.length; i++) {
      right[at[i]!]! += x[i]! * y;
      for (let j = 0; j < at.length; j++) normal[at[i]! * size + at[j]!]! += x[i]! * x[j]!;
    }
  }
  for (let j = 1; j < size; j++) normal[j * size + j]! += RIDGE;
  normal[0]! += 1e-9;
  const beta = solveCholesky(normal, right, size);
  const tables = parameter.map((each, f) =>
    Array.from(each, (p, bin) => Math.round(MILLI * beta[p]! * value[f]![bin]!) + 0),
  );
  const used = tables.map((_, f) => f).filter((f) => tables[f]!.some((each) => each !== 0));
  const base = Math.round(MILLI * beta[0]!);
  const predictRow = (row: number) => used.reduce((sum, f) => sum + tables[f]![rows.fine[f]![row]!]!, base);
  return {
    base,
    features: used.map((f) => rows.features[f]!),
    terms: used.map((f, index): Term => ({ features: [index], points: tables[f]! })),
    predictRow,
    predict: Float64Array.from(rows.cents, (_, row) => predictRow(row)),
  };
}

/** Fine bin -> its parameter and the value it takes there; parameter 0 is the constant, value 0 says nothing. */
function designOf(rows: BuyerRows, which: number[]) {
  let size = 1;
  const parameter: Int32Array[] = [];
  const value: Float64Array[] = [];
  const features = asFineTable({ ...rows, labels: new Uint8Array(0), cutOffDays: [], labelDays: 0 }).features;
  rows.features.forEach(({ bins, coarse }, f) => {
    const own = new Int32Array(coarse.length);
    const values = new Float64Array(coarse.length);
    const places = placesOfEdges(features[f]!);
    const counts = new Float64Array(coarse.length);
    for (const row of which) counts[rows.fine[f]![row]!]! += 1;
    if (bins.kind === 'category' || !places) {
      for (let bin = 0; bin < coarse.length; bin++)
        if (counts[bin]! > 0) [own[bin], values[bin]] = [size++, 1];
    } else {
      const known = counts.map((count, bin) => (bin === 0 ? 0 : count));
      const total = known.reduce((sum, each) => sum + each, 0);
      const mean = known.reduce((sum, each, bin) => sum + each * places[bin]!, 0) / Math.max(1, total);
      const spread = Math.sqrt(
        known.reduce((sum, each, bin) => sum + each * (places[bin]! - mean) ** 2, 0) / Math.max(1, total),
      );
      if (spread > 1e-9) {
        for (let bin = 1; bin < coarse.length; bin++)
          [own[bin], values[bin]] = [size, (places[bin]! - mean) / spread];
        size += 1;
      }
      if (counts[0]! > 0) [own[0], values[0]] = [size++, 1];
    }
    parameter.push(own);
    value.push(values);
  });
  return { size, parameter, value };
}

function taken(rows: BuyerRows, which: number[]): BuyerRows {
  return {
    features: rows.features,
    fine: rows.fine.map((bins) => Uint8Array.from(which, (row) => bins[row]!)),
    cents: Float64Array.from(which, (row) => rows.cents[row]!),
    account: Uint32Array.from(which, (row) => rows.account[row]!),
    cutOff: Uint8Array.from(which, (row) => rows.cutOff[row]!),
  };
}

function allRows(rows: BuyerRows): number[] {
  return Array.from(rows.cents.keys());
}

function where(rows: BuyerRows, passes: (row: number) => boolean): number[] {
  return allRows(rows).filter(passes);
}

function minOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((low, each) => Math.min(low, each), Infinity);
}

function maxOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((high, each) => Math.max(high, each), -Infinity);
}
