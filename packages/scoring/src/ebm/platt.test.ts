import { expect, test } from 'vitest';
import { seeded } from '../testing/seeded';
import { sigmoid } from './loss';
import { calibrated, fitPlatt, fitShift } from './platt';

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
  const line = fitPlatt(logits, { labels }, [...labels.keys()]);
  expect(line.slope).toBeCloseTo(slope, 1);
  expect(line.shift).toBeCloseTo(shift, 1);
});

test('without rows, or with too few to tell, the log-odds stay as they are', () => {
  expect(fitPlatt([], { labels: new Uint8Array(0) }, [])).toMatchObject({ slope: 1, shift: 0 });
  expect(fitPlatt([0.2, -0.2], { labels: Uint8Array.of(1, 0) }, [0, 1]).slope).toBeCloseTo(1, 1);
});

test('the line goes into intercept and tables alike', () => {
  const model = { features: [], intercept: 2, terms: [{ features: [0], table: Float64Array.of(1, -3) }] };
  const folded = calibrated(model, { slope: 0.5, shift: 0.25 });
  expect(folded.intercept).toBe(1.25);
  expect([...folded.terms[0]!.table]).toEqual([0.5, -1.5]);
});

test('the error of the slope is that of repeated samples', () => {
  const { logits, labels } = labelled(1, 0);
  const slopes = Array.from({ length: 40 }, (_, part) => {
    const rows = Int32Array.from({ length: 500 }, (_, i) => part * 500 + i);
    return fitPlatt(logits, { labels }, rows, 0);
  });
  const mean = slopes.reduce((sum, { slope }) => sum + slope, 0) / 40;
  const spread = Math.sqrt(slopes.reduce((sum, { slope }) => sum + (slope - mean) ** 2, 0) / 39);
  expect(slopes[0]!.error / spread).toBeGreaterThan(0.7);
  expect(slopes[0]!.error / spread).toBeLessThan(1.4);
});

test('the shift brings the expected positives to those there are', () => {
  const { logits, labels } = labelled(1, 0.7);
  const shift = fitShift(logits, { labels }, { rows: [...labels.keys()], slope: 0.5 });
  const expected = logits.reduce((sum, logit) => sum + sigmoid(0.5 * logit + shift), 0);
  expect(expected).toBeCloseTo(
    labels.reduce((sum, label) => sum + label, 0),
    4,
  );
});
