import { describe, expect, test } from 'vitest';
import { rocAuc } from '../evaluate/metrics';
import { plantedTable } from '../testing/planted-table';
import { seeded } from '../testing/seeded';
import { fineTable } from './bin-rows';
import { findFeature } from './bins';
import { fitBinned } from './fit-binned';
import { fitEbm } from './fit-ebm';
import { logitLoss, sigmoid } from './loss';
import { logOddsOf } from './predict';

const { table } = plantedTable(2500, 11);
const binned = fineTable(
  table.columns.map((each) => findFeature(each)),
  table,
);
const options = { seed: 1, pairsMax: 2, bags: 2 };
const fitted = fitBinned(binned, options);

test('bins found beforehand give the very model that raw columns give', () => {
  expect(fitted).toEqual(fitEbm(table, options));
});

test('every method says its out-of-bag log loss and its share; the blend is no worse than any', () => {
  expect(fitted.candidates.map(({ method }) => method)).toEqual(['prior', 'logistic', 'mains', 'pairs']);
  const losses = fitted.candidates.map(({ outOfBagLoss }) => outOfBagLoss);
  expect(fitted.outOfBagLoss!).toBeLessThan(Math.min(...losses) + 1e-3);
  expect(losses[0]! - losses[1]!).toBeGreaterThan(0.02);
  expect(losses[1]! - losses[3]!).toBeGreaterThan(0.05);
  const shares = fitted.candidates.map(({ share }) => share);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(shares[3]!).toBeGreaterThan(0.6);
});

test('without the places of bins their edges do', () => {
  const { places: _, ...bare } = binned;
  const scores = logOddsOf(fitBinned(bare, options).model, bare.fine, 2500);
  const known = logOddsOf(fitted.model, bare.fine, 2500);
  expect(rocAuc(scores, table.labels)! - rocAuc(known, table.labels)!).toBeGreaterThan(-0.01);
});

describe('a weight of', () => {
  const rows = Int32Array.from(table.labels.keys());

  test('one is no weight', () => {
    const weights = new Float64Array(2500).fill(1);
    expect(fitBinned({ ...binned, weights }, options).model).toEqual(fitted.model);
  });

  test('three for positives triples the odds', () => {
    const weights = Float64Array.from(table.labels, (label) => (label ? 3 : 1));
    const { model } = fitBinned({ ...binned, weights }, options);
    const scores = logOddsOf(model, binned.fine, 2500);
    const plain = logOddsOf(fitted.model, binned.fine, 2500).map((each) => each + Math.log(3));
    const loss = (each: Float64Array) => logitLoss(each, { labels: table.labels, weights }, rows);
    expect(Math.abs(loss(scores) - loss(plain))).toBeLessThan(0.03);
    expect(loss(plain.map((each) => each - Math.log(3))) - loss(scores)).toBeGreaterThan(0.05);
  });
});

test('class weights are weights by outcome', () => {
  const weights = Float64Array.from(table.labels, (label) => (label ? 2 : 0.5));
  const byRow = fitBinned({ ...binned, weights }, options);
  expect(fitBinned(binned, { ...options, classWeights: { positive: 2, negative: 0.5 } })).toEqual(byRow);
  expect(byRow.model).not.toEqual(fitted.model);
});

describe('with times, a model is judged on the last moments by bags that had not seen them', () => {
  const times = Float64Array.from(table.labels.keys());

  test('one that still holds is left as it is', () => {
    const { laterSlope, model } = fitBinned({ ...binned, times }, options);
    expect(laterSlope).toBeGreaterThan(0.9);
    const plain = logOddsOf(fitted.model, binned.fine, 2500);
    expect(logOddsOf(model, binned.fine, 2500).every((each, row) => Math.abs(each - plain[row]!) < 0.3)).toBe(
      true,
    );
  });

  test('one that tells nothing of them keeps its order and says little more than the rate', () => {
    const { next } = seeded(2);
    const labels = table.labels.map((label, row) => (row < 2000 ? label : next() < 0.4 ? 1 : 0));
    const lost = fitBinned({ ...binned, labels, times }, options);
    expect(lost.laterSlope).toBeLessThan(0.2);
    const spread = (scores: Float64Array) => Math.max(...scores) - Math.min(...scores);
    const unwarned = fitBinned({ ...binned, labels }, options);
    const [drawn, plain] = [lost, unwarned].map(({ model }) => logOddsOf(model, binned.fine, 2500));
    expect(spread(drawn!)).toBeLessThan(0.25 * spread(plain!));
    expect(rocAuc(drawn!, labels)).toBeCloseTo(rocAuc(plain!, labels)!, 6);
    const expected = drawn!.reduce((sum, logit) => sum + sigmoid(logit), 0) / 2500;
    expect(Math.abs(expected - labels.reduce((sum, label) => sum + label, 0) / 2500)).toBeLessThan(0.02);
  });
});

test('columns without any signal give the rate, or next to it', () => {
  const outcomes = [1, 2, 3].map((seed) => {
    const { next } = seeded(seed);
    const labels = Uint8Array.from({ length: 2500 }, () => (next() < 0.3 ? 1 : 0));
    const { model, method, candidates } = fitBinned({ ...binned, labels }, options);
    const p = logOddsOf(model, binned.fine, 2500).map(sigmoid);
    expect(Math.sqrt(p.reduce((sum, each) => sum + (each - 0.3) ** 2, 0) / 2500)).toBeLessThan(0.04);
    if (method === 'prior') expect(candidates[0]).toMatchObject({ method: 'prior', share: 1 });
    return method;
  });
  expect(outcomes).toContain('prior');
});

test('a handful of accounts gives the rate alone, however many rows they have', () => {
  const accounts = Uint8Array.from(table.labels, (_, row) => row % 10);
  expect(fitBinned({ ...binned, accounts }, options).method).toBe('prior');
});

test.each([
  ['the weights have -1 in row 0', { weights: new Float64Array(2500).fill(-1) }],
  ['the times have NaN in row 0', { times: new Float64Array(2500).fill(Number.NaN) }],
  ['the weights have 1 rows', { weights: Float64Array.of(1) }],
  ['there are 5 features and bins of 1', { fine: [binned.fine[0]!] }],
  ['column slope has 1 rows', { fine: binned.fine.map(() => Uint8Array.of(0)) }],
])('%s: told, not guessed', (message, change) => {
  expect(() => fitBinned({ ...binned, ...change }, options)).toThrow(message);
});
