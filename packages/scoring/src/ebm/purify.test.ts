import { describe, expect, test } from 'vitest';
import { seeded } from '../testing/seeded';
import type { AdditiveModel } from './additive';
import type { EbmFeature } from './bins';
import { logOddsOf } from './predict';
import { purify } from './purify';

const ROWS = 4000;
const feature = (name: string, fineSize: number, coarseSize: number): EbmFeature => ({
  name,
  bins: { kind: 'number', edges: Array.from({ length: fineSize - 2 }, (_, i) => i) },
  coarse: Uint8Array.from({ length: fineSize }, (_, bin) => Math.min(bin, coarseSize - 1)),
  coarseSize,
});
const features = [feature('a', 6, 4), feature('b', 5, 5), feature('c', 3, 3)];

const { next, below, normal } = seeded(5);
const first = Uint8Array.from({ length: ROWS }, () => below(6));
const fine = [
  first,
  first.map((bin) => (next() < 0.5 ? Math.min(bin, 4) : below(5))),
  Uint8Array.from({ length: ROWS }, () => below(3)),
];
const table = (cells: number) => Float64Array.from({ length: cells }, normal);
const model: AdditiveModel = {
  features,
  intercept: 0.3,
  terms: [
    { features: [0], table: table(6) },
    { features: [0, 1], table: table(20) },
    { features: [0, 1, 2], table: table(60) },
  ],
};
const pure = purify(model, fine);

describe('a purified model', () => {
  test('gives every row the score it had', () => {
    const before = logOddsOf(model, fine, ROWS);
    const after = logOddsOf(pure, fine, ROWS);
    expect(Math.max(...before.map((each, row) => Math.abs(each - after[row]!)))).toBeLessThan(1e-9);
  });

  test('has terms that average zero over the rows, along every feature of theirs', () => {
    for (const { features: key, table: cells } of pure.terms) {
      const bins = key.map((f) =>
        key.length === 1 ? fine[f]! : fine[f]!.map((bin) => features[f]!.coarse[bin]!),
      );
      const values = Float64Array.from({ length: ROWS }, (_, row) => {
        const at = key.reduce((sum, f, i) => sum * features[f]!.coarseSize + bins[i]![row]!, 0);
        return cells[at]!;
      });
      bins.forEach((_, free) => {
        const slices = new Map<string, number[]>();
        for (let row = 0; row < ROWS; row++) {
          const slice = bins
            .filter((__, i) => i !== free)
            .map((each) => each[row]!)
            .join();
          slices.set(slice, [...(slices.get(slice) ?? []), values[row]!]);
        }
        for (const each of slices.values())
          expect(Math.abs(each.reduce((sum, value) => sum + value, 0) / each.length)).toBeLessThan(1e-5);
      });
    }
  });

  test('has the single features and pairs that its larger terms hid', () => {
    expect(pure.terms.map(({ features: key }) => key)).toEqual([
      [0],
      [1],
      [2],
      [0, 1],
      [0, 2],
      [1, 2],
      [0, 1, 2],
    ]);
  });
});
