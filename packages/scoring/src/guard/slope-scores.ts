import { sigmoid } from '../ebm/loss';
import { placesOfEdges } from '../ebm/places';
import { choleskyFactor, solveFactored } from '../train/cholesky';
import { asFineTable } from '../train/fine-rows';
import { type TrainingRows, thinned } from '../train/training-rows';
import { along, type Design, gram, totals } from './grams';

/** More rows hardly sharpen slopes; five that did not buy to one that did leave five sixths of what they tell. */
const ROWS_MAX = 40_000;
const ROWS_TO_A_POSITIVE = 6;
const RIDGE = 1;
const ITERATIONS_MAX = 20;
const STEP_MAX = 3;
const NEAR = 1e-4;
const SAME_CURVATURE = 0.1;
/** Of what a fact tells about its change so much must be its own, beside all other facts. */
const OWN_SHARE_MIN = 1e-3;

/**
 * Of every fact and span how far the purchases of the span's newest periods ask for another slope of it than all
 * periods together do. `shares[account * size + at]` is what each account asks for, `at` being `fact * spans + span`;
 * `information[at * size + other]` how sharply slopes are known and hang together.
 */
export type SlopeScores = {
  facts: string[];
  /** What each fact tells over all periods: log-odds by unit of its place. */
  slopes: Float64Array;
  size: number;
  accounts: Uint32Array;
  shares: Float64Array;
  information: Float64Array;
};

/**
 * The null hypothesis is one logistic model over all periods: an intercept a period, so that seasons and rates are
 * free, and of every number its place, the square of that, and whether it is missing. Rows that did not buy are
 * thinned, which moves intercepts only.
 */
export function slopeScores(all: TrainingRows, spans: readonly number[]): SlopeScores | null {
  const positives = all.labels.reduce((sum, label) => sum + label, 0);
  const rows = thinned(all, Math.min(ROWS_MAX, ROWS_TO_A_POSITIVE * positives));
  const { facts, design } = designOf(rows);
  if (facts.length === 0) return null;
  const fit = fitted(design, rows.labels);
  if (!fit) return null;
  const { p, beta } = fit;
  const { nuisance, spanned } = gramsOf(rows, { design, weights: weightsOf(p), spans });
  const changes = facts.flatMap((fact) => spans.map((span, at) => ({ ...fact, span, gram: spanned[at]! })));
  const own = beside(nuisance, changes);
  const { accounts, shares } = byAccount(rows, { design, changes: own, p });
  return {
    facts: facts.map(({ name }) => name),
    slopes: Float64Array.from(facts, ({ column, scale }) => beta[column]! / scale),
    size: own.length,
    accounts,
    shares,
    information: informationOf(nuisance, own),
  };
}

/** Products of the columns over all rows, and over those of each span, which hold each other. */
function gramsOf(
  rows: TrainingRows,
  of: { design: Design; weights: Float64Array; spans: readonly number[] },
) {
  const newest = rows.cutOffDays.length;
  const spans = [...of.spans].sort((a, b) => a - b);
  const sums: Float64Array[] = [];
  [...spans, Number.POSITIVE_INFINITY].forEach((span, at) => {
    const within = at > 0 ? spans[at - 1]! : 0;
    const here = rowsWhere(rows, (cut) => newest - cut > within && newest - cut <= span);
    const products = gram(of.design, of.weights, here);
    sums.push(at > 0 ? products.map((each, i) => each + sums[at - 1]![i]!) : products);
  });
  return { nuisance: sums.at(-1)!, spanned: of.spans.map((span) => sums[spans.indexOf(span)]!) };
}

/** Lets one slope move freely: what it explains is taken from all others, account by account. */
export function letFree({ size, shares, information }: SlopeScores, at: number): void {
  const own = information[at * size + at]!;
  if (!(own > 1e-9)) return;
  const factors = information.slice(at * size, (at + 1) * size).map((each) => each / own);
  for (let from = 0; from < shares.length; from += size) {
    const moved = shares[from + at]!;
    if (moved !== 0) for (let i = 0; i < size; i++) shares[from + i]! -= factors[i]! * moved;
  }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) information[i * size + j]! -= factors[i]! * factors[j]! * own;
}

/** A fact's slope: its column among those of the design, whose values are its places divided by `scale`. */
type Placed = { name: string; column: number; scale: number };
/** `gram`: products of all columns over the rows of the change's span. */
type Change = Placed & { span: number; gram: Float64Array };
/** `explained`: by how much of each column; null of a change that hardly says anything of its own. */
type Own = Change & { explained: Float64Array | null };

/**
 * Of each change what the nuisance explains. A change is a column of the design in the rows of its span and zero in all
 * others, so its products with columns are those of its span.
 */
function beside(nuisance: Float64Array, changes: Change[]): Own[] {
  const size = Math.sqrt(nuisance.length);
  const stiff = nuisance.slice();
  for (let i = 0; i < size; i++) stiff[i * size + i]! += 1e-6 * (1 + stiff[i * size + i]!);
  const factor = choleskyFactor(stiff, size);
  return changes.map((change) => {
    const { gram, column } = change;
    const crossed = gram.slice(column * size, (column + 1) * size);
    const explained = solveFactored(factor, crossed.slice(), size);
    const all = gram[column * size + column]!;
    const rest = all - 2 * dot(explained, crossed) + quadratic(nuisance, explained, explained);
    return { ...change, explained: rest > OWN_SHARE_MIN * all ? explained : null };
  });
}

/** Products of what changes say of their own, in the unit of places. */
function informationOf(nuisance: Float64Array, own: Own[]): Float64Array {
  const size = Math.sqrt(nuisance.length);
  const information = new Float64Array(own.length ** 2);
  const through = own.map(({ explained }) => (explained ? times(nuisance, explained, size) : null));
  own.forEach((a, i) => {
    own.forEach((b, j) => {
      if (j > i || !a.explained || !b.explained) return;
      // Both at once are there in the rows of the shorter span.
      const { gram } = a.span <= b.span ? a : b;
      const value =
        gram[a.column * size + b.column]! -
        dot(a.explained, b.gram.subarray(b.column * size, (b.column + 1) * size)) -
        dot(b.explained, a.gram.subarray(a.column * size, (a.column + 1) * size)) +
        dot(a.explained, through[j]!);
      information[i * own.length + j] = value * a.scale * b.scale;
      information[j * own.length + i] = value * a.scale * b.scale;
    });
  });
  return information;
}

/** What each account asks of each change: its purchases beyond those expected, times what the change says of its own. */
function byAccount(
  rows: TrainingRows,
  { design, changes, p }: { design: Design; changes: Own[]; p: Float64Array },
) {
  const accounts = Uint32Array.from(new Set(rows.account)).sort();
  const at = new Map(Array.from(accounts, (account, index) => [account, index]));
  const { periods, width, values } = design;
  const newest = rows.cutOffDays.length;
  const total = periods + width;
  const byColumn = new Float64Array(accounts.length * total);
  const shares = new Float64Array(accounts.length * changes.length);
  for (let row = 0; row < p.length; row++) {
    const account = at.get(rows.account[row]!)!;
    const rest = rows.labels[row]! - p[row]!;
    const base = account * total;
    byColumn[base + rows.cutOff[row]!]! += rest;
    for (let a = 0; a < width; a++) byColumn[base + periods + a]! += rest * values[row * width + a]!;
    for (let i = 0; i < changes.length; i++) {
      const { column, span } = changes[i]!;
      if (rows.cutOff[row]! >= newest - span)
        shares[account * changes.length + i]! += rest * values[row * width + column - periods]!;
    }
  }
  changes.forEach(({ explained, scale }, i) => {
    for (let account = 0; account < accounts.length; account++) {
      const place = account * changes.length + i;
      if (!explained) shares[place] = 0;
      else {
        let told = 0;
        for (let a = 0, from = account * total; a < total; a++) told += explained[a]! * byColumn[from + a]!;
        shares[place] = (shares[place]! - told) * scale;
      }
    }
  });
  return { accounts, shares };
}

/** Signed logarithms about their mean; the missing at the mean. */
function designOf(rows: TrainingRows): { facts: Placed[]; design: Design } {
  const facts: Placed[] = [];
  const columns: Float64Array[] = [];
  const periods = rows.cutOffDays.length;
  asFineTable(rows).features.forEach((feature, f) => {
    const byBin = placesOfEdges(feature);
    const fine = rows.fine[f]!;
    if (!byBin) return;
    let [known, sum] = [0, 0];
    for (const bin of fine) {
      if (bin === 0) continue;
      known += 1;
      sum += byBin[bin]!;
    }
    const mean = sum / Math.max(1, known);
    const place = new Float64Array(fine.length);
    const missing = new Float64Array(known < fine.length ? fine.length : 0);
    let largest = 0;
    for (let row = 0; row < fine.length; row++) {
      if (fine[row] === 0) missing[row] = 1;
      else place[row] = byBin[fine[row]!]! - mean;
      largest = Math.max(largest, Math.abs(place[row]!));
    }
    if (!(largest > 1e-9)) return;
    const { values, scale } = standardised(place);
    facts.push({ name: feature.name, column: periods + columns.length, scale });
    columns.push(values, standardised(values.map((each) => each * each)).values);
    if (missing.length > 0) columns.push(missing);
  });
  const width = columns.length;
  const values = new Float64Array(rows.cutOff.length * width);
  columns.forEach((column, a) => {
    for (let row = 0; row < column.length; row++) values[row * width + a] = column[row]!;
  });
  return { facts, design: { periods, width, period: rows.cutOff, values } };
}

function standardised(values: Float64Array): { values: Float64Array; scale: number } {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const scale = Math.max(Math.sqrt(squares / values.length), 1e-9);
  return { values: values.map((each) => (each - mean) / scale), scale };
}

/** Probabilities of the logistic model by Newton's steps from the rates of periods; null when they go nowhere. */
function fitted(design: Design, labels: Uint8Array) {
  const size = design.periods + design.width;
  const beta = new Float64Array(size);
  const [seen, bought] = [new Float64Array(design.periods), new Float64Array(design.periods)];
  labels.forEach((label, row) => {
    seen[design.period[row]!]! += 1;
    bought[design.period[row]!]! += label;
  });
  for (let period = 0; period < design.periods; period++)
    beta[period] = Math.log((bought[period]! + 0.5) / (seen[period]! - bought[period]! + 0.5));
  let p = along(design, beta).map(sigmoid);
  let factor: Float64Array | null = null;
  for (let iteration = 0; iteration < ITERATIONS_MAX; iteration++) {
    factor ??= factorOf(design, p);
    const gradient = totals(
      design,
      p.map((each, row) => labels[row]! - each),
    );
    for (let i = 0; i < size; i++) gradient[i]! -= RIDGE * beta[i]!;
    const step = solveFactored(factor, gradient, size);
    const largest = step.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
    if (!Number.isFinite(largest)) return null;
    const shortened = Math.min(1, STEP_MAX / largest);
    for (let i = 0; i < size; i++) beta[i]! += shortened * step[i]!;
    p = along(design, beta).map(sigmoid);
    if (largest < NEAR) break;
    // Close by, the curvature hardly changes, and is by far the dearest part of a step.
    if (largest > SAME_CURVATURE) factor = null;
  }
  return { p, beta };
}

function factorOf(design: Design, p: Float64Array): Float64Array {
  const size = design.periods + design.width;
  const hessian = gram(design, weightsOf(p), rowNumbers(p.length));
  for (let i = 0; i < size; i++) hessian[i * size + i]! += RIDGE;
  return choleskyFactor(hessian, size);
}

function weightsOf(p: Float64Array): Float64Array {
  return p.map((each) => each * (1 - each));
}

function rowNumbers(rows: number): Int32Array {
  return new Int32Array(rows).map((_, row) => row);
}

function rowsWhere({ cutOff }: TrainingRows, wanted: (cutOff: number) => boolean): Int32Array {
  const rows: number[] = [];
  cutOff.forEach((cut, row) => {
    if (wanted(cut)) rows.push(row);
  });
  return Int32Array.from(rows);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function times(matrix: Float64Array, x: Float64Array, size: number): Float64Array {
  return Float64Array.from(x, (_, i) => dot(matrix.subarray(i * size, (i + 1) * size), x));
}

function quadratic(matrix: Float64Array, a: Float64Array, b: Float64Array): number {
  return dot(a, times(matrix, b, b.length));
}
