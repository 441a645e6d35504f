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
 * What buyers spend as an additive model of the logarithm, with an interval that is made to hold for buyers who were
 * not seen and are yet to come (conformal). Null when there are too few buyers.
 */
export function fitRevenue(rows: BuyerRows): Fitted | null {
  if (rows.cents.length < BUYERS_MIN) return null;
  const table = regression(rows, allRows(rows));
  const [low, high] = interval(rows);
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

/**
 * Of the buyers of the latest cut-off, each held against an interval that was made without its account and before its
 * time: from the cut-offs before alone. The interval that serves has seen what drifted since, so that this tells what
 * becomes of one that has not.
 */
function measuredCoverage(rows: BuyerRows): { measured: number | null; buyers: number } {
  const last = maxOf(rows.cutOff);
  const later = where(rows, (row) => rows.cutOff[row] === last);
  const buyers = later.length;
  if (!isTimed(rows)) return { measured: null, buyers };
  let inside = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (row: number) => rows.account[row]! % FOLDS === fold;
    const earlier = where(rows, (row) => rows.cutOff[row]! < last && !inFold(row));
    const [low, high] = ends(residualsOf(rows, { learnt: earlier, told: earlier }));
    const { predictRow } = regression(rows, earlier);
    inside += later.filter((row) => {
      const residual = milliOf(rows, row) - predictRow(row);
      return inFold(row) && residual >= low && residual <= high;
    }).length;
  }
  return { measured: Math.round((1000 * inside) / buyers) / 1000, buyers };
}

/**
 * The outer ends of two: of all buyers' residuals by fits on other accounts, and of those of the latest cut-off by fits
 * on other accounts as of the cut-offs before, in which is what drifted since, as it will be in those of the next.
 */
function interval(rows: BuyerRows): [number, number] {
  const all = allRows(rows);
  const [low, high] = ends(residualsOf(rows, { learnt: all, told: all }));
  if (!isTimed(rows)) return [low, high];
  const last = maxOf(rows.cutOff);
  const learnt = where(rows, (row) => rows.cutOff[row]! < last);
  const told = where(rows, (row) => rows.cutOff[row] === last);
  const [lowLater, highLater] = ends(residualsOf(rows, { learnt, told }));
  return [Math.min(low, lowLater), Math.max(high, highLater)];
}

/** Whether there are enough buyers both at the latest cut-off and before it. */
function isTimed(rows: BuyerRows): boolean {
  const last = maxOf(rows.cutOff);
  const later = where(rows, (row) => rows.cutOff[row] === last).length;
  return Math.min(later, rows.cents.length - later) >= BUYERS_MIN;
}

/** Residuals of the rows that are told, in thousandths, each by a fit on those of the learnt rows that are of other accounts. */
function residualsOf(
  rows: BuyerRows,
  { learnt, told }: { learnt: readonly number[]; told: readonly number[] },
): number[] {
  const found: number[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (row: number) => innerFold(rows.account[row]!) === fold;
    const { predictRow } = regression(
      rows,
      learnt.filter((row) => !inFold(row)),
    );
    for (const row of told) if (inFold(row)) found.push(milliOf(rows, row) - predictRow(row));
  }
  return found;
}

/** Not that of the outer folds, which leave one of five out already. */
function innerFold(account: number): number {
  return Math.floor(account / FOLDS) % FOLDS;
}

function milliOf(rows: BuyerRows, row: number): number {
  return Math.log(rows.cents[row]!) * MILLI;
}

/**
 * Of n residuals and one more, the next one lies as likely in any of the n + 1 gaps between them: ends are taken
 * outwards, so that eight of ten or more gaps lie between them however few there are.
 */
function ends(residuals: number[]): [number, number] {
  const sorted = Float64Array.from(residuals).sort();
  const n = sorted.length;
  const outside = Math.floor(((1 - COVERAGE) / 2) * (n + 1) + 1e-9);
  const at = (rank: number) => sorted[Math.min(n, Math.max(1, rank)) - 1]!;
  return [Math.floor(at(outside)), Math.ceil(at(n + 1 - outside))];
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
