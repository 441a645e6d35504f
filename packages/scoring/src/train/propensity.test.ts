import { describe, expect, test } from 'vitest';
import { rocAuc } from '../evaluate/metrics';
import { calibrationError } from '../evaluate/propensity-metrics';
import { probabilityOf } from '../score/score-account';
import { sumsOfRows } from '../score/score-rows';
import { plantedRows } from '../testing';
import { calibratedModel } from './calibrate-model';
import { logisticPeer } from './fine-rows';
import { logitOf } from './to-document';
import { trainModel } from './train-model';
import { takeFacts } from './training-rows';

/** What suits whom, and what an account does: neither alone knows what the other one tells. */
const FACTS = { fit: ['twinA', 'twinB'], intent: ['pull', 'idle'] };
const UNION = [...FACTS.fit, ...FACTS.intent];
const market = plantedRows({ accounts: 1500, seed: 21 });
const later = plantedRows({ accounts: 3000, seed: 22 });
const rate = (labels: Uint8Array) => labels.reduce((sum, label) => sum + label, 0) / labels.length;

function trained(kind: 'fit' | 'intent' | 'propensity', facts: string[]) {
  return trainModel({
    naming: {
      ...{ id: '', product: 'Azure', kind, period: '2026-10', seed: 1, binning: 'b' },
      levelCuts: { high: 750, medium: 550, low: 300 },
    },
    definition: { label: 'purchase', days: 90, skus: ['A'], scope: null },
    rows: takeFacts(market, facts),
    facts,
    alternatives: [],
    monotone: {},
    cutOffs: ['d0', 'd1', 'd2', 'd3'],
    champion: null,
    gate: 'log-loss',
  });
}

const own = trained('propensity', UNION);
const document = own.document!;
const sums = sumsOfRows(document, later);
const aucOf = (scores: ArrayLike<number>) => rocAuc(scores, later.labels)!;

describe('a propensity of all facts of a planted market', () => {
  test('orders accounts it never saw better than either score', () => {
    const scores = [trained('fit', FACTS.fit), trained('intent', FACTS.intent)].map(({ document: each }) =>
      aucOf(sumsOfRows(each!, later)),
    );
    expect(aucOf(sums)).toBeGreaterThan(Math.max(...scores) + 0.02);
  });

  test('and is not behind logistic regression on the same facts', () => {
    const [learn, judge] = [takeFacts(market, UNION), takeFacts(later, UNION)];
    expect(aucOf(sums)).toBeGreaterThan(aucOf(logisticPeer(learn, judge, 1).logits) - 0.005);
  });

  test('is the same bit for bit, and without the trees that only show a cost', () => {
    expect(trained('propensity', UNION)).toEqual(own);
    expect(own.card.metrics.yardstick).toBeNull();
  });
});

describe('its probabilities', () => {
  const held = {
    logits: own.heldOut!.logits,
    labels: Uint8Array.from(own.heldOut!.rows, (row) => market.labels[row]!),
  };
  const logits = Float64Array.from(sumsOfRows(document, market), (sum) => logitOf(document.anchors, sum));
  const all = { logits, labels: market.labels };
  const said = (model: typeof document) =>
    Float64Array.from(sums, (sum) => probabilityOf(model, sum) / 1_000_000);

  test('are those of rows it had not learnt from, and order accounts as its points do', () => {
    const found = calibratedModel(document, held, all)!;
    const p = said(found);
    expect(calibrationError(p, later.labels)).toBeLessThan(0.02);
    expect(p.reduce((sum, each) => sum + each, 0) / p.length).toBeCloseTo(rate(later.labels), 2);
    expect(aucOf(p)).toBeCloseTo(aucOf(sums), 3);
    expect({ ...found, probability: document.probability }).toEqual(document);
  });

  test('are drawn together where later rows say that the model was too sure', () => {
    const sure = held.logits.map((logit) => 2 * logit);
    const found = calibratedModel(document, { ...held, logits: sure }, all)!;
    const spread = (model: typeof document) => Math.max(...said(model)) - Math.min(...said(model));
    expect(spread(found)).toBeLessThan(0.8 * spread(document));
  });

  test('are none where later rows would turn them round', () => {
    const turned = held.logits.map((logit) => -logit);
    expect(calibratedModel(document, { ...held, logits: turned }, all)).toBeNull();
  });
});
