import { describe, expect, test } from 'vitest';
import { rocAuc } from '../evaluate/metrics';
import { seeded } from '../testing/seeded';
import { fitEbm } from './fit-ebm';
import { predict } from './predict';
import type { CategoryColumn, EbmTable } from './table';
import { hasTooManyLevels, orderedStatistics } from './target-statistics';

const LEVELS = 600;

/** A category of very many levels, of which each has an effect of its own; `strength` 0 = none has. */
function citiesTable(rows: number, seed: number, strength: number): EbmTable & { columns: [CategoryColumn] } {
  const effects = Array.from({ length: LEVELS }, seeded(99).normal);
  const { next, below } = seeded(seed);
  const levels = effects.map((_, level) => `city ${level}`);
  const codes = Int32Array.from({ length: rows }, () => below(LEVELS));
  const labels = Uint8Array.from(codes, (code) =>
    next() < 1 / (1 + Math.exp(1 - strength * effects[code]!)) ? 1 : 0,
  );
  return { columns: [{ kind: 'category', name: 'city', codes, levels }], labels };
}

describe('the number of a row', () => {
  const column: CategoryColumn = { kind: 'category', name: 'c', codes: new Int32Array(40), levels: ['a'] };
  const labels = Uint8Array.from({ length: 40 }, (_, row) => row % 2);
  const numbers = (of: Uint8Array, accounts?: number[]) =>
    orderedStatistics(column, { labels: of, accounts }, 3).column.values;

  test('does not hang on its own outcome', () => {
    for (const row of [0, 7, 23]) {
      const turned = labels.map((label, at) => (at === row ? 1 - label : label));
      // The rate of all rows moves a little; what its level says must not.
      expect(Math.abs(numbers(turned)[row]! - numbers(labels)[row]!)).toBeLessThan(0.03);
    }
    expect(new Set(numbers(labels)).size).toBeGreaterThan(15);
  });

  test('nor on any outcome of its account', () => {
    const accounts = Array.from({ length: 40 }, (_, row) => row >> 2);
    const turned = labels.map((label, at) => (at >> 2 === 5 ? 1 : label));
    const [before, after] = [numbers(labels, accounts), numbers(turned, accounts)];
    expect(Math.abs(after[20]! - before[20]!)).toBeLessThan(0.06);
    expect(before[21]).toBe(before[20]);
  });

  test('of rows that are scored later comes from all rows', () => {
    const { statistics } = orderedStatistics(column, { labels }, 3);
    expect(statistics).toEqual({ a: expect.closeTo(0.5, 12) });
  });

  test('is missing where its level is rare or missing', () => {
    const codes = Int32Array.from({ length: 40 }, (_, row) => (row < 3 ? 1 : row < 5 ? -1 : 0));
    const { column: found, statistics } = orderedStatistics(
      { ...column, codes, levels: ['a', 'b'] },
      { labels },
      3,
    );
    expect([...found.values.subarray(0, 5)].every(Number.isNaN)).toBe(true);
    expect(Object.keys(statistics)).toEqual(['a']);
  });
});

describe('a category of more levels than a byte tells apart', () => {
  const table = citiesTable(12_000, 1, 1.2);
  const fresh = citiesTable(6000, 2, 1.2);

  test('is one', () => {
    expect(hasTooManyLevels(table.columns[0])).toBe(true);
    expect(
      hasTooManyLevels({ ...table.columns[0], codes: table.columns[0].codes.map((code) => code % 254) }),
    ).toBe(false);
  });

  test('is learnt from, on rows that were not seen', () => {
    const { model } = fitEbm(table, { seed: 1, bags: 4 });
    const truth = rocAuc(
      Float64Array.from(
        fresh.columns[0].codes,
        (code) => Array.from({ length: LEVELS }, seeded(99).normal)[code] ?? 0,
      ),
      fresh.labels,
    )!;
    expect(rocAuc(predict(model, fresh.columns), fresh.labels)).toBeGreaterThan(truth - 0.03);
    const [unseen] = predict(model, [
      { kind: 'category', name: 'city', codes: Int32Array.of(0), levels: ['Atlantis'] },
    ]);
    expect(unseen! > 0 && unseen! < 1).toBe(true);
  });

  test('is not believed where it says nothing', () => {
    const noise = citiesTable(12_000, 3, 0);
    const p = predict(fitEbm(noise, { seed: 1, bags: 4 }).model, noise.columns);
    const rate = noise.labels.reduce((sum, label) => sum + label, 0) / 12_000;
    const spread = Math.sqrt(p.reduce((sum, each) => sum + (each - rate) ** 2, 0) / p.length);
    expect(spread).toBeLessThan(0.03);
  });
});
