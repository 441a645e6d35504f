import { expect, test } from 'vitest';
import { seeded } from '../testing/seeded';
import { blendScores, blendWeights } from './blend-weights';
import { sigmoid } from './loss';

const ROWS = 6000;
const { normal, next } = seeded(4);
const rows = Int32Array.from({ length: ROWS }, (_, row) => row);
const [a, b] = [0, 1].map(() => Float64Array.from({ length: ROWS }, normal)) as [Float64Array, Float64Array];
const labels = Uint8Array.from(rows, (row) => (next() < sigmoid(0.7 * a[row]! + 0.3 * b[row]!) ? 1 : 0));
const noise = Float64Array.from({ length: ROWS }, normal);

test('the shares that made the outcome come back, and noise has next to none', () => {
  const { weights } = blendWeights([a, b, noise], { labels }, rows);
  expect(weights.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
  [0.7, 0.3, 0].forEach((share, at) => {
    expect(Math.abs(weights[at]! - share)).toBeLessThan(0.1);
  });
});

test('one that is best alone stands alone', () => {
  const truth = a.map((each, row) => 0.7 * each + 0.3 * b[row]!);
  expect(blendWeights([noise, truth], { labels }, rows).weights[1]).toBeGreaterThan(0.9);
});

test('its loss is that of its scores', () => {
  const { weights, loss } = blendWeights([a, b], { labels }, rows);
  const scores = blendScores([a, b], weights, rows);
  const mean =
    scores.reduce((sum, s, row) => sum - Math.log(labels[row] ? sigmoid(s) : 1 - sigmoid(s)), 0) / ROWS;
  expect(loss).toBeCloseTo(mean, 10);
});

test('rows that weigh more decide', () => {
  const weights = Float64Array.from(rows, (row) => (row < ROWS / 2 ? 1 : 1e-6));
  const half = Uint8Array.from(rows, (row) => (next() < sigmoid((row < ROWS / 2 ? a : b)[row]!) ? 1 : 0));
  expect(blendWeights([a, b], { labels: half, weights }, rows).weights[0]).toBeGreaterThan(0.8);
});
