import { describe, expect, test } from 'vitest';
import { CELLS } from './bin-rows';
import { bestSplit } from './split';

/** One feature whose bins have these gradients and hessians. */
function splitOf(cells: [number, number][], ordered: boolean, sign = 0, high = Infinity) {
  const histogram = new Float64Array(CELLS * 2);
  histogram.set(cells.flat());
  const sums = cells.reduce((all, [g, h]) => ({ g: all.g + g, h: all.h + h }), { g: 0, h: 0 });
  const shape = {
    sizes: Uint8Array.of(cells.length),
    ordered: Uint8Array.of(ordered ? 1 : 0),
    monotone: Int8Array.of(sign),
  };
  return bestSplit(histogram, 0, shape, { ...sums, low: -Infinity, high });
}

describe('a split of numbers', () => {
  test('cuts where the gradients part, with the gain and values worked out by hand', () => {
    const split = splitOf(
      [
        [0, 0],
        [-8, 10],
        [-8, 10],
        [16, 20],
      ],
      true,
    )!;
    expect(split.mask).toBe(0b0110);
    expect(split.gain).toBeCloseTo(256 / 22 + 256 / 22, 12);
    expect([split.leftValue, split.rightValue]).toEqual([16 / 22, -16 / 22]);
    expect(split.left).toEqual({ g: -16, h: 20 });
  });

  test.each<[string, number, number]>([
    ['low', -9, 0b0111],
    ['high', 9, 0b0110],
  ])('sends the missing to the side they are like: %s', (_, g, mask) => {
    expect(
      splitOf(
        [
          [g, 10],
          [-8, 10],
          [-8, 10],
          [16, 20],
        ],
        true,
      )!.mask,
    ).toBe(mask);
  });

  test('can part the missing from all others', () => {
    expect(
      splitOf(
        [
          [9, 10],
          [-3, 10],
          [-3, 10],
        ],
        true,
      )!.mask,
    ).toBe(0b110);
  });

  test('sends missing values that training never saw to the heavier side', () => {
    expect(
      splitOf(
        [
          [0, 0],
          [-8, 30],
          [8, 10],
        ],
        true,
      )!.mask & 1,
    ).toBe(1);
    expect(
      splitOf(
        [
          [0, 0],
          [-8, 10],
          [8, 30],
        ],
        true,
      )!.mask & 1,
    ).toBe(0);
  });

  test('leaves no side with too little', () => {
    expect(
      splitOf(
        [
          [0, 0],
          [-4, 0.9],
          [4, 20],
        ],
        true,
      ),
    ).toBe(null);
    expect(
      splitOf(
        [
          [0, 0],
          [3, 50],
        ],
        true,
      ),
    ).toBe(null);
  });
});

describe('a split of a monotone feature', () => {
  const falling: [number, number][] = [
    [0, 0],
    [-8, 10],
    [8, 10],
  ];

  test('is none where the data only goes the other way', () => {
    expect(splitOf(falling, true, 1)).toBe(null);
    expect(splitOf(falling, true, -1)!.mask & 0b110).toBe(0b010);
  });

  test('keeps values within the bounds of its leaf', () => {
    expect(splitOf(falling, true, -1, 0.1)!.leftValue).toBe(0.1);
  });

  test('may still part the missing from all others', () => {
    expect(
      splitOf(
        [
          [9, 10],
          [-3, 10],
          [-3, 10],
        ],
        true,
        -1,
      )!.mask,
    ).toBe(0b110);
  });
});

describe('a split of categories', () => {
  test('groups levels by their gradients, whatever their places', () => {
    const split = splitOf(
      [
        [9, 10],
        [-9, 10],
        [9, 10],
        [-9, 10],
      ],
      false,
    )!;
    expect(split.mask).toBe(0b1010);
    expect(split.gain).toBeCloseTo((18 * 18) / 22 + (18 * 18) / 22, 12);
    expect(split.leftValue).toBeCloseTo(18 / 22, 12);
  });

  test('sends levels absent from the leaf to the heavier side', () => {
    expect(
      splitOf(
        [
          [0, 0],
          [-9, 10],
          [9, 40],
        ],
        false,
      )!.mask,
    ).toBe(0b010);
    expect(
      splitOf(
        [
          [0, 0],
          [-9, 40],
          [9, 10],
        ],
        false,
      )!.mask,
    ).toBe(0b011);
  });
});
