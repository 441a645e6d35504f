import { describe, expect, test } from 'vitest';
import { CLUSTERS, LEVELS, SEGMENT_CODES } from '../lists';
import { Matrix } from '../segment';
import { fitAndIntent, fitFirst } from './matrices';

const codesOf = (matrix: Matrix) =>
  LEVELS.flatMap((fit) => LEVELS.map((intent) => matrix.codes[fit][intent]));

describe.each([
  ['fit first', fitFirst],
  ['fit and intent', fitAndIntent],
])('the preset %s', (_name, matrix) => {
  test('gives every pair of levels one code, and uses all ten', () => {
    expect(Matrix.parse(matrix)).toEqual(matrix);
    expect(codesOf(matrix)).toHaveLength(16);
    expect(new Set(codesOf(matrix))).toEqual(new Set(SEGMENT_CODES));
  });

  test('names clusters by their letters', () => {
    for (const code of SEGMENT_CODES) {
      const cluster = { A: 'Act Now', E: 'Evaluate', N: 'Nurture', ET: 'Educate' }[code.replace(/\d+/, '')];
      expect(matrix.clusters[code]).toBe(cluster);
    }
    expect(Object.values(matrix.clusterByFit)).toEqual(CLUSTERS);
  });

  test('never ranks an account lower for more fit or more intent', () => {
    const rank = (fit: number, intent: number) =>
      SEGMENT_CODES.indexOf(matrix.codes[LEVELS[fit]!][LEVELS[intent]!]);
    for (let at = 0; at < 3; at++) {
      for (let other = 0; other < 4; other++) {
        expect(rank(at, other)).toBeLessThanOrEqual(rank(at + 1, other));
        expect(rank(other, at)).toBeLessThanOrEqual(rank(other, at + 1));
      }
    }
  });

  test.each(['codes', 'clusters', 'clusterByFit'] as const)('is refused with a hole in its %s', (part) => {
    const [, ...rest] = Object.entries(matrix[part]);
    expect(Matrix.safeParse({ ...matrix, [part]: Object.fromEntries(rest) }).success).toBe(false);
  });
});

test('by default the ten codes stand where the design puts them, and fit alone decides the cluster', () => {
  expect(codesOf(fitFirst).join(' ')).toBe('A1 A2 A3 A4 E5 E6 E7 E8 N9 N9 N9 N9 ET10 ET10 ET10 ET10');
  for (const fit of LEVELS) {
    const clusters = LEVELS.map((intent) => fitFirst.clusters[fitFirst.codes[fit][intent]]);
    expect(new Set(clusters)).toEqual(new Set([fitFirst.clusterByFit[fit]]));
  }
});

test('in the other preset intent moves the cluster too', () => {
  const moved = LEVELS.filter((fit) => {
    const clusters = LEVELS.map((intent) => fitAndIntent.clusters[fitAndIntent.codes[fit][intent]]);
    return new Set(clusters).size > 1;
  });
  expect(moved).toEqual(LEVELS);
});
