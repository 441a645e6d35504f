import { defaultCatalogue, type ModelDocument, type Product } from '@ascent/schemas';
import { fitPropensity, sumsOfRows, takeFacts, trainModel } from '@ascent/scoring';
import { plantedRows } from '@ascent/scoring/testing';
import { describe, expect, test } from 'vitest';
import { isWorse, lossesBeside } from './propensity-losses';
import type { Training } from './training';

const market = plantedRows({ accounts: 2000, seed: 31 });
const product: Product = { ...defaultCatalogue.products[0]!, id: 'Azure' };
const every = market.labels.map(() => 1);
const training = {
  ...{ product, kind: 'propensity', champion: null },
  snapshots: { ...market, labels: { Azure: market.labels }, inScope: { Azure: every } },
  rows: { ...market, origin: Uint32Array.from(market.labels, (_, row) => row) },
} as unknown as Training;

function modelOf(kind: 'fit' | 'intent' | 'propensity', facts: string[]): ModelDocument {
  return trainModel({
    naming: {
      ...{ id: kind, product: 'Azure', kind, period: '2026-10', seed: 1, binning: 'b' },
      levelCuts: { high: 750, medium: 550, low: 300 },
    },
    definition: { label: 'purchase', days: 90, skus: ['A'], scope: null },
    ...{ rows: takeFacts(market, facts), facts, alternatives: [], monotone: {}, champion: null },
    cutOffs: ['d0', 'd1', 'd2', 'd3'],
    gate: 'log-loss',
  }).document!;
}

describe('what says the probability is chosen on accounts that taught neither', () => {
  const fit = modelOf('fit', ['twinA', 'twinB']);
  const intent = modelOf('intent', ['pull', 'idle']);
  const sums = { fit: sumsOfRows(fit, market), intent: Float64Array.from(sumsOfRows(intent, market)) };
  const combined = {
    ...{ fit, intent },
    document: {
      ...{ format: 1 as const, product: 'Azure', period: '2026-10' as const, fit: 'fit', intent: 'intent' },
      ...fitPropensity({ ...sums, labels: market.labels }, { fit, intent }),
    },
  };

  test('a model of one of its own facts alone misses more than both scores together', () => {
    const losses = lossesBeside(training, modelOf('propensity', ['copyOfPull']), combined)!;
    expect(losses.rows).toBeGreaterThan(600);
    expect(losses.rows).toBeLessThan(1000);
    expect(isWorse(losses)).toBe(true);
  });

  test('a model of all of them misses less than the intent alone', () => {
    const alone = {
      ...{ fit: null, intent },
      document: {
        ...combined.document,
        ...{ fit: null },
        ...fitPropensity({ fit: null, intent: sums.intent, labels: market.labels }, { fit: null, intent }),
      },
    };
    const own = modelOf('propensity', ['pull', 'twinA', 'twinB', 'idle']);
    expect(isWorse(lossesBeside(training, own, alone)!)).toBe(false);
  });

  test('where both miss alike, both scores stay', () => {
    expect(isWorse({ own: 0.2, combined: 0.2, rows: 10 })).toBe(true);
  });
});
