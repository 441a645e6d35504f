import type { CombinedPropensity, ModelDocument } from '@ascent/schemas';
import { afterAll, expect, inject, test } from 'vitest';
import { freshPlatform } from '../testing';
import { pinModel, readPins, unpinModel } from './pin';
import {
  keepDocument,
  listModels,
  modelId,
  readBinning,
  readModel,
  readPropensity,
  type StoredModel,
  saveModel,
} from './store';

const { platform, drop } = await freshPlatform({
  postgresUrl: inject('postgresUrl'),
  warehouse: inject('warehouse'),
});
afterAll(drop);

const document: ModelDocument = {
  format: 2,
  id: 'm1',
  product: 'Azure',
  kind: 'fit',
  method: 'logistic',
  period: '2026-10',
  seed: 1,
  binning: 'b1',
  features: [{ fact: 'employees', bins: { kind: 'number', edges: [10] }, coarse: [0, 1, 2] }],
  terms: [{ features: [0], points: [0, -1, 1] }],
  base: 400,
  anchors: { p35: -3, p90: -1, deciPerLogit: 225 },
  levelCuts: { high: 750, medium: 550, low: 300 },
  probability: { from: 399, step: 1, millionths: [1, 2, 3] },
};
const model: StoredModel = {
  id: 'm1',
  product: 'Azure',
  kind: 'fit',
  period: '2026-10',
  document,
  card: {
    format: 2,
    definition: { label: 'best-customer', days: 365, skus: ['AZ-VM'], scope: null },
    trainingRows: 100,
    trainingPositives: 50,
    trainingCutOffs: ['2025-10-20'],
    validationCutOff: null,
    method: 'logistic',
    candidates: [{ method: 'logistic', outOfBagLoss: 0.5 }],
    metrics: {
      model: {
        rows: 20,
        positives: 10,
        auc: 0.8,
        prAuc: 0.7,
        logLoss: null,
        brier: null,
        ece: null,
        lift10: 3,
      },
      champion: null,
      contender: null,
      logistic: null,
      yardstick: null,
    },
    championId: null,
    calibration: [],
    deciles: [],
    highLevelLift: 3,
    terms: [{ facts: ['employees'], importance: 1.2 }],
    alternatives: [],
    leakage: [],
    concepts: [],
    published: true,
    decision: 'first',
    reason: 'passed',
  },
};
const refused: StoredModel = {
  ...model,
  id: 'm2',
  document: null,
  card: { ...model.card, published: false, decision: 'refused', reason: 'no lift' },
};

test('a model is read as it was saved, with or without a document', async () => {
  await saveModel(platform.host, model);
  await saveModel(platform.host, refused);
  expect(await readModel(platform.app, 'm1')).toEqual(model);
  expect(await readModel(platform.app, 'm2')).toEqual(refused);
  await expect(readModel(platform.app, 'm3')).rejects.toThrow('no model m3');
});

test('what was saved under an id stays', async () => {
  await saveModel(platform.host, { ...model, document: { ...document, base: 1 } });
  expect((await readModel(platform.app, 'm1')).document).toEqual(document);
  const lines = await listModels(platform.host);
  expect(lines.map(({ id, promoted }) => [id, promoted]).sort()).toEqual([
    ['m1', true],
    ['m2', false],
  ]);
});

test('an id tells the product, the kind and the period, and changes with the content', () => {
  const id = modelId(model, document);
  expect(id).toMatch(/^Azure-fit-2026-10-[0-9a-f]{12}$/);
  expect(modelId(model, structuredClone(document))).toBe(id);
  expect(modelId(model, { ...document, base: 401 })).not.toBe(id);
});

test('what is kept beside models has an id that names its content, and is no model', async () => {
  const binning = { format: 1 as const, period: '2026-10', facts: document.features };
  const kept = await keepDocument(platform.host, 'binning', {
    product: 'all',
    period: '2026-10',
    document: binning,
  });
  expect(
    await keepDocument(platform.host, 'binning', { product: 'all', period: '2026-10', document: binning }),
  ).toEqual(kept);
  expect(await readBinning(platform.app, kept.id)).toEqual({ ...binning, id: kept.id });
  expect((await listModels(platform.host)).map(({ id }) => id)).not.toContain(kept.id);
});

test('a probability is read from both scores together, with the card beside it or as it was stored without one, and from a model of its own', async () => {
  const { host, app } = platform;
  const both: Omit<CombinedPropensity, 'id'> = {
    ...{ format: 1, product: 'Azure', period: '2026-10', fit: 'm1', intent: 'm9' },
    weights: { fit: 300, intent: 1024 },
    probability: { from: 0, step: 10, millionths: [1, 2] },
  };
  const of = { product: 'Azure', period: '2026-10', document: both };
  const earlier = await keepDocument(host, 'propensity', of);
  const now = await keepDocument(host, 'propensity', { ...of, card: refused.card });
  for (const { id } of [earlier, now]) expect(await readPropensity(app, id)).toEqual({ ...both, id });
  expect(now.id).not.toBe(earlier.id);
  expect(await readModel(app, now.id)).toMatchObject({ document: null, card: refused.card });
  await expect(readModel(app, earlier.id)).rejects.toThrow('is no model: both scores');
  const own: StoredModel = {
    ...{ ...model, id: 'own', kind: 'propensity' },
    document: { ...document, id: 'own', kind: 'propensity' },
  };
  await saveModel(host, own);
  expect(await readPropensity(app, 'own')).toEqual(own.document);
  expect((await readModel(app, 'own')).document).toEqual(own.document);
});

test('a choice of staff is kept, taken back once, and never one that could not serve', async () => {
  const { host } = platform;
  const of = (id: string) => pinModel(host, { id, reason: 'r', actor: 'a' });
  await saveModel(host, { ...model, id: 'renews', kind: 'renewal' });
  await expect(of('renews')).rejects.toThrow('training alone chooses');
  await expect(of('m2')).rejects.toThrow('m2 gives no score: no lift');
  await saveModel(host, { ...model, id: 'likely', kind: 'propensity' });
  await expect(of('likely')).rejects.toThrow('training alone chooses');
  await expect(of('m3')).rejects.toThrow('no model m3');
  expect(await readPins(host)).toEqual({});
  await of('m1');
  expect(await readPins(host)).toEqual({ 'Azure fit': 'm1' });
  const back = { product: 'Azure', kind: 'fit' as const, actor: 'a' };
  expect(await unpinModel(host, back)).toBe(true);
  expect(await unpinModel(host, back)).toBe(false);
});
