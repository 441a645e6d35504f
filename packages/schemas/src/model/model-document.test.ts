import { describe, expect, test } from 'vitest';
import { ModelDocument } from './model-document';

const document: ModelDocument = {
  format: 2,
  id: 'Azure-fit-2026-10-1',
  product: 'Azure',
  kind: 'fit',
  method: 'logistic',
  period: '2026-10',
  seed: 1,
  binning: 'b1',
  features: [
    { fact: 'employees', bins: { kind: 'number', edges: [10, 300] }, coarse: [0, 1, 1, 2] },
    { fact: 'industry', bins: { kind: 'category', levels: ['Health'] }, coarse: [0, 1] },
  ],
  terms: [{ features: [0], points: [0, -12, 4, 30] }],
  base: 420,
  anchors: { p35: -3.2, p90: -1.1, deciPerLogit: 214.3 },
  levelCuts: { high: 750, medium: 550, low: 300 },
  probability: { from: 0, step: 10, millionths: [1000, 2000] },
};

test('a model survives being written and read', () => {
  expect(ModelDocument.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
});

describe('a model is refused', () => {
  test.each<[string, object]>([
    ['with points that are fractions', { terms: [{ features: [0], points: [0.5] }] }],
    ['with a base that is a fraction', { base: 0.5 }],
    [
      'with an edge that is a fraction',
      { features: [{ fact: 'a', bins: { kind: 'number', edges: [1.5] }, coarse: [0, 1, 2] }] },
    ],
    [
      'with bins of a kind there is not',
      { features: [{ fact: 'a', bins: { kind: 'text', levels: [] }, coarse: [0] }] },
    ],
    ['with a term of nothing', { terms: [{ features: [], points: [0] }] }],
    ['with a term of four', { terms: [{ features: [0, 1, 2, 3], points: [0] }] }],
    ['with points that a release cannot store', { terms: [{ features: [0], points: [40_000] }] }],
    [
      'with a coarse bin beyond 31',
      { features: [{ fact: 'a', bins: { kind: 'number', edges: [1] }, coarse: [0, 1, 32] }] },
    ],
    ['with a probability above one', { probability: { from: 0, step: 1, millionths: [1_000_001] } }],
    ['with a probability of nothing', { probability: { from: 0, step: 1, millionths: [] } }],
    ['with a step of nothing', { probability: { from: 0, step: 0, millionths: [1] } }],
    ['of another format', { format: 1 }],
    ['of a kind there is not', { kind: 'upsell' }],
    ['with something it does not know', { trees: [] }],
  ])('%s', (_what, change) => {
    expect(ModelDocument.safeParse({ ...document, ...change }).success).toBe(false);
  });
});
