import type { AdditiveModel, EbmTerm } from './additive';
import type { EbmFeature } from './bins';

const SWEEPS_MAX = 200;
const TOLERANCE = 1e-10;
/** Cells that no row is in weigh next to nothing, yet their slices have a mean. */
const EMPTY_WEIGHT = 1e-6;

/**
 * The same scores, explained as low as they can be: over the given rows every slice of a term averages zero, what
 * it averaged before stands in the term of one feature less, and the average of a single feature in the intercept.
 */
export function purify(model: AdditiveModel, fine: Uint8Array[]): AdditiveModel {
  const terms = new Map<string, EbmTerm>();
  for (const { features, table } of model.terms)
    terms.set(features.join(), { features, table: table.slice() });
  for (let order = 3; order >= 2; order--)
    for (const term of [...terms.values()].filter(({ features }) => features.length === order))
      moveDown(term, { model, fine, terms });
  let { intercept } = model;
  for (const { features, table } of terms.values()) {
    if (features.length > 1) continue;
    const weights = new Float64Array(table.length).fill(EMPTY_WEIGHT);
    for (const bin of fine[features[0]!]!) weights[bin]! += 1;
    const mean = weightedMean(table, weights, { start: 0, step: 1, count: table.length });
    for (let bin = 0; bin < table.length; bin++) table[bin]! -= mean;
    intercept += mean;
  }
  const sorted = [...terms.values()].sort(
    (a, b) => a.features.length - b.features.length || compare(a.features, b.features),
  );
  return { ...model, intercept, terms: sorted };
}

type Purifying = { model: AdditiveModel; fine: Uint8Array[]; terms: Map<string, EbmTerm> };

function moveDown(term: EbmTerm, { model, fine, terms }: Purifying): void {
  const sizes = term.features.map((f) => model.features[f]!.coarseSize);
  const weights = cellWeights(term, model.features, fine);
  const lower = sizes.map((size) => new Float64Array(term.table.length / size));
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep++) {
    let largest = 0;
    for (let axis = 0; axis < sizes.length; axis++) {
      const step = sizes.slice(axis + 1).reduce((product, size) => product * size, 1);
      for (let slice = 0; slice < lower[axis]!.length; slice++) {
        const start = Math.floor(slice / step) * step * sizes[axis]! + (slice % step);
        const line = { start, step, count: sizes[axis]! };
        const mean = weightedMean(term.table, weights, line);
        for (let i = 0; i < line.count; i++) term.table[start + i * step]! -= mean;
        lower[axis]![slice]! += mean;
        largest = Math.max(largest, Math.abs(mean));
      }
    }
    if (largest < TOLERANCE) break;
  }
  lower.forEach((table, axis) => {
    addTo(
      terms,
      model.features,
      term.features.filter((_, at) => at !== axis),
      table,
    );
  });
}

function addTo(
  terms: Map<string, EbmTerm>,
  features: EbmFeature[],
  key: number[],
  coarse: Float64Array,
): void {
  const alone = key.length === 1 ? features[key[0]!]! : null;
  const length = alone ? alone.coarse.length : coarse.length;
  const term = terms.get(key.join()) ?? { features: key, table: new Float64Array(length) };
  terms.set(key.join(), term);
  for (let at = 0; at < length; at++) term.table[at]! += coarse[alone ? alone.coarse[at]! : at]!;
}

function cellWeights({ features: key, table }: EbmTerm, features: EbmFeature[], fine: Uint8Array[]) {
  const weights = new Float64Array(table.length).fill(EMPTY_WEIGHT);
  const rows = fine[key[0]!]!.length;
  for (let row = 0; row < rows; row++) {
    let at = 0;
    for (const f of key) at = at * features[f]!.coarseSize + features[f]!.coarse[fine[f]![row]!]!;
    weights[at]! += 1;
  }
  return weights;
}

type Line = { start: number; step: number; count: number };

function weightedMean(table: Float64Array, weights: Float64Array, { start, step, count }: Line): number {
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < count; i++) {
    sum += table[start + i * step]! * weights[start + i * step]!;
    weight += weights[start + i * step]!;
  }
  return sum / weight;
}

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((each, i) => each !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
