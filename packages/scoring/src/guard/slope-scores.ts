import { sigmoid } from '../ebm/loss';
import { placesOfEdges } from '../ebm/places';
import { solveCholesky } from '../train/cholesky';
import { asFineTable } from '../train/fine-rows';
import { type TrainingRows, thinned } from '../train/training-rows';

/** More rows hardly sharpen slopes; five that did not buy to one that did leave five sixths of what they tell. */
const ROWS_MAX = 40_000;
const ROWS_TO_A_POSITIVE = 6;
const RIDGE = 1;
const ITERATIONS_MAX = 20;
const STEP_MAX = 3;
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
  const { facts, places } = placed(rows);
  if (facts.length === 0) return null;
  const nuisance = nuisanceOf(rows, places);
  const fit = fitted(
    nuisance.map(({ values }) => values),
    rows.labels,
  );
  if (!fit) return null;
  const { p, beta } = fit;
  const slopes = new Float64Array(facts.length);
  nuisance.forEach(({ fact, scale }, i) => {
    if (fact !== null) slopes[fact] = beta[i]! / scale;
  });
  const newest = rows.cutOffDays.length;
  const changes = places.flatMap(({ place }) =>
    spans.map((span) => {
      const late = new Float64Array(place.length);
      for (let row = 0; row < late.length; row++)
        if (rows.cutOff[row]! >= newest - span) late[row] = place[row]!;
      return late;
    }),
  );
  const own = beside(
    nuisance.map(({ values }) => values),
    changes,
    p,
  );
  const { accounts, shares } = byAccount(rows, own, p);
  return { facts, slopes, size: own.length, accounts, shares, information: products(own, p) };
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

/** Of each change what the nuisance does not explain; one that hardly says anything of its own says nothing. */
function beside(nuisance: Float64Array[], changes: Float64Array[], p: Float64Array): Float64Array[] {
  const size = nuisance.length;
  const information = products(nuisance, p);
  for (let i = 0; i < size; i++) information[i * size + i]! += 1e-6 * (1 + information[i * size + i]!);
  return changes.map((change) => {
    const along = Float64Array.from(nuisance, (column) => product(column, change, p));
    const slopes = solveCholesky(information.slice(), along, size);
    const rest = change.slice();
    nuisance.forEach((column, i) => {
      const slope = slopes[i]!;
      if (slope !== 0) for (let row = 0; row < rest.length; row++) rest[row]! -= slope * column[row]!;
    });
    return product(rest, rest, p) > OWN_SHARE_MIN * product(change, change, p) ? rest : rest.fill(0);
  });
}

function byAccount(rows: TrainingRows, own: Float64Array[], p: Float64Array) {
  const accounts = Uint32Array.from(new Set(rows.account)).sort();
  const at = new Map(Array.from(accounts, (account, index) => [account, index]));
  const size = own.length;
  const shares = new Float64Array(accounts.length * size);
  for (let row = 0; row < p.length; row++) {
    const from = at.get(rows.account[row]!)! * size;
    const rest = rows.labels[row]! - p[row]!;
    for (let i = 0; i < size; i++) shares[from + i]! += rest * own[i]![row]!;
  }
  return { accounts, shares };
}

/** Weighted products of columns with each other, by `p (1 - p)`. */
function products(columns: Float64Array[], p: Float64Array): Float64Array {
  return derivatives(columns, new Uint8Array(p.length), p).hessian;
}

function product(a: Float64Array, b: Float64Array, p: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < p.length; row++) sum += p[row]! * (1 - p[row]!) * a[row]! * b[row]!;
  return sum;
}

type Placed = { place: Float64Array; missing: Float64Array | null };

/** Signed logarithms about their mean, in their own unit so that products can be added; the missing at the mean. */
function placed(rows: TrainingRows): { facts: string[]; places: Placed[] } {
  const facts: string[] = [];
  const places: Placed[] = [];
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
    const missing = known < fine.length ? new Float64Array(fine.length) : null;
    let largest = 0;
    for (let row = 0; row < fine.length; row++) {
      if (fine[row] === 0) missing![row] = 1;
      else place[row] = byBin[fine[row]!]! - mean;
      largest = Math.max(largest, Math.abs(place[row]!));
    }
    if (!(largest > 1e-9)) return;
    facts.push(feature.name);
    places.push({ place, missing });
  });
  return { facts, places };
}

/** `fact`: whose slope the column is, of values divided by `scale`; null of what stands beside slopes. */
type Nuisance = { values: Float64Array; fact: number | null; scale: number };

function nuisanceOf(rows: TrainingRows, places: Placed[]): Nuisance[] {
  const beside = (values: Float64Array): Nuisance => ({ values, fact: null, scale: 1 });
  const periods = rows.cutOffDays.map(() => new Float64Array(rows.cutOff.length));
  rows.cutOff.forEach((period, row) => {
    periods[period]![row] = 1;
  });
  return [
    ...periods.map(beside),
    ...places.flatMap(({ place, missing }, fact) => {
      const { values, scale } = standardised(place);
      const squares = standardised(values.map((each) => each * each)).values;
      return [{ values, fact, scale }, beside(squares), ...(missing ? [beside(missing)] : [])];
    }),
  ];
}

function standardised(values: Float64Array): { values: Float64Array; scale: number } {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const scale = Math.max(Math.sqrt(squares / values.length), 1e-9);
  return { values: values.map((each) => (each - mean) / scale), scale };
}

/** Probabilities of the logistic model by Newton's steps, kept short; null when they go nowhere. */
function fitted(columns: Float64Array[], labels: Uint8Array) {
  const size = columns.length;
  const beta = new Float64Array(size);
  let p = probabilities(columns, beta, labels.length);
  for (let iteration = 0; iteration < ITERATIONS_MAX; iteration++) {
    const { gradient, hessian } = derivatives(columns, labels, p);
    for (let i = 0; i < size; i++) {
      gradient[i]! -= RIDGE * beta[i]!;
      hessian[i * size + i]! += RIDGE;
    }
    const step = solveCholesky(hessian, gradient, size);
    const largest = step.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
    const factor = Math.min(1, STEP_MAX / largest);
    for (let i = 0; i < size; i++) beta[i]! += factor * step[i]!;
    p = probabilities(columns, beta, labels.length);
    if (!Number.isFinite(largest)) return null;
    if (largest < 1e-4) break;
  }
  return { p, beta };
}

function probabilities(columns: Float64Array[], beta: Float64Array, rows: number): Float64Array {
  const logits = new Float64Array(rows);
  columns.forEach((column, i) => {
    const slope = beta[i]!;
    if (slope !== 0) for (let row = 0; row < rows; row++) logits[row]! += slope * column[row]!;
  });
  return logits.map(sigmoid);
}

function derivatives(columns: Float64Array[], labels: Uint8Array, p: Float64Array) {
  const size = columns.length;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const at = new Int32Array(size);
  const x = new Float64Array(size);
  for (let row = 0; row < labels.length; row++) {
    // Most columns are zero in most rows: periods, and candidates outside of their span.
    let used = 0;
    for (let i = 0; i < size; i++) {
      const value = columns[i]![row]!;
      if (value === 0) continue;
      at[used] = i;
      x[used++] = value;
    }
    const rest = labels[row]! - p[row]!;
    const weight = p[row]! * (1 - p[row]!);
    for (let a = 0; a < used; a++) {
      gradient[at[a]!]! += rest * x[a]!;
      const weighted = weight * x[a]!;
      const base = at[a]! * size;
      for (let b = 0; b <= a; b++) hessian[base + at[b]!]! += weighted * x[b]!;
    }
  }
  for (let i = 0; i < size; i++)
    for (let j = i + 1; j < size; j++) hessian[i * size + j] = hessian[j * size + i]!;
  return { gradient, hessian };
}
