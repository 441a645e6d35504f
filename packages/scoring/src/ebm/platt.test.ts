import { expect, test } from 'vitest';
import { seeded } from '../testing/seeded';
import { sigmoid } from './loss';
import { calibrated, fitPlatt } from './platt';

function labelled(slope: number, shift: number) {
  const { normal, next } = seeded(3);
  const logits = Float64Array.from({ length: 20_000 }, () => 1.5 * normal());
  const labels = Uint8Array.from(logits, (logit) => (next() < sigmoid(slope * logit + shift) ? 1 : 0));
  return { logits, labels };
}

test.each([
  [1, 0],
  [0.6, 0],
  [1.3, -0.8],
])('the slope %f and shift %f come back', (slope, shift) => {
  const { logits, labels } = labelled(slope, shift);
  const line = fitPlatt(logits, labels);
  expect(line.slope).toBeCloseTo(slope, 1);
  expect(line.shift).toBeCloseTo(shift, 1);
});

test('without rows, or with too few to tell, the log-odds stay as they are', () => {
  expect(fitPlatt([], [])).toEqual({ slope: 1, shift: 0 });
  expect(fitPlatt([0.2, -0.2], [1, 0]).slope).toBeCloseTo(1, 1);
});

test('the line goes into intercept and tables alike', () => {
  const model = { features: [], intercept: 2, terms: [{ features: [0], table: Float64Array.of(1, -3) }] };
  const folded = calibrated(model, { slope: 0.5, shift: 0.25 });
  expect(folded.intercept).toBe(1.25);
  expect([...folded.terms[0]!.table]).toEqual([0.5, -1.5]);
});
