import type { AdditiveModel } from './additive';
import { fineBins } from './bin-rows';
import { sigmoid } from './loss';
import type { Column } from './table';

/** Probabilities of rows of raw columns, in the order of the model's features. */
export function predict(model: AdditiveModel, columns: Column[]): Float64Array {
  const fine = model.features.map((feature, f) => fineBins(feature, columns[f]!));
  const rows = fine[0]?.length ?? 0;
  return logOddsOf(model, fine, rows).map(sigmoid);
}

/** Log-odds of rows of fine bins by feature. */
export function logOddsOf({ features, intercept, terms }: AdditiveModel, fine: Uint8Array[], rows: number) {
  const sums = new Float64Array(rows).fill(intercept);
  const coarse = new Map<number, Uint8Array>();
  const coarseOf = (f: number) => {
    const bins = coarse.get(f) ?? fine[f]!.map((bin) => features[f]!.coarse[bin]!);
    coarse.set(f, bins);
    return bins;
  };
  for (const {
    features: [a, b, c],
    table,
  } of terms) {
    if (b === undefined) {
      const bins = fine[a!]!;
      for (let row = 0; row < rows; row++) sums[row]! += table[bins[row]!]!;
      continue;
    }
    const [first, second] = [coarseOf(a!), coarseOf(b)];
    const size = features[b]!.coarseSize;
    if (c === undefined) {
      for (let row = 0; row < rows; row++) sums[row]! += table[first[row]! * size + second[row]!]!;
      continue;
    }
    const third = coarseOf(c);
    const sizeOfThird = features[c]!.coarseSize;
    for (let row = 0; row < rows; row++)
      sums[row]! += table[(first[row]! * size + second[row]!) * sizeOfThird + third[row]!]!;
  }
  return sums;
}
