import { describe, expect, test } from 'vitest';
import { rocAuc } from '../evaluate/metrics';
import { calibrationError } from '../evaluate/propensity-metrics';
import { modelArbitrary, sampled, seeded } from '../testing';
import { fitPropensity, propensityOf } from './fit-propensity';

const [first, second] = sampled(modelArbitrary(), { count: 2, seed: 4 });
const wide = { from: -5000, step: 10, millionths: new Array(1500).fill(0) };
const fit = { ...first!, anchors: { p35: -2, p90: 0, deciPerLogit: 225 }, probability: wide };
const intent = { ...second!, anchors: { p35: -3, p90: -1, deciPerLogit: 225 }, probability: wide };

/** Buying follows both scores; the intent score alone says nothing of the fit. */
function rows(count: number, seed: number) {
  const { next, normal } = seeded(seed);
  const fits = Int32Array.from({ length: count }, () => Math.round(500 + 200 * normal()));
  const intents = Float64Array.from({ length: count }, () => Math.round(400 + 250 * normal()));
  const labels = Uint8Array.from(intents, (sum, i) => {
    const logit = -2.5 + 0.8 * ((sum - 400) / 225) + 1.1 * ((fits[i]! - 500) / 225);
    return next() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
  });
  return { fit: fits, intent: intents, labels };
}

describe('the probability from both scores', () => {
  const learnt = fitPropensity(rows(6000, 1), { fit, intent });
  const later = rows(6000, 2);
  const p = Float64Array.from(
    later.labels,
    (_, row) => propensityOf(learnt, { fit: later.fit[row]!, intent: later.intent[row]! }) / 1e6,
  );

  test('is calibrated on rows it was not fitted on', () => {
    expect(calibrationError(p, later.labels)).toBeLessThan(0.015);
  });

  test('ranks better than either score', () => {
    const auc = rocAuc(p, later.labels)!;
    expect(auc).toBeGreaterThan(rocAuc(later.intent, later.labels)! + 0.05);
    expect(auc).toBeGreaterThan(rocAuc(later.fit, later.labels)! + 0.03);
  });

  test('is found where purchases are rare and some sums far out', () => {
    const { fit: fits, intent: intents } = rows(4000, 5);
    const { next } = seeded(6);
    const far = fits.map((sum, row) => (row % 50 === 0 ? sum * 12 : sum));
    const labels = Uint8Array.from(intents, (sum) => (next() < 1 / (1 + Math.exp(5 - 0.01 * sum)) ? 1 : 0));
    const found = fitPropensity({ fit: far, intent: intents, labels }, { fit, intent });
    const said = Float64Array.from(
      labels,
      (_, row) => propensityOf(found, { fit: far[row]!, intent: intents[row]! }) / 1e6,
    );
    expect(found.weights.intent).toBe(1024);
    expect(rocAuc(said, labels)!).toBeGreaterThan(rocAuc(intents, labels)! - 0.01);
  });

  test('is of the intent alone where there is no fit', () => {
    const { weights } = fitPropensity({ ...rows(3000, 3), fit: null }, { fit: null, intent });
    expect(weights).toEqual({ fit: 0, intent: 1024 });
  });
});
