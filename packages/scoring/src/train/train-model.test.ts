import type { ModelDocument } from '@ascent/schemas';
import { describe, expect, test } from 'vitest';
import { rocAuc } from '../evaluate/metrics';
import { sumsOfRows } from '../score/score-rows';
import { PLANTED_FACTS, type PlantedOptions, plantedRows } from '../testing';
import { logitOf } from './to-document';
import { type TrainingJob, trainModel } from './train-model';
import { takeFacts } from './training-rows';

function jobOf(options: PlantedOptions, over: Partial<TrainingJob> = {}): TrainingJob {
  const rows = takeFacts(plantedRows(options), ['pull', 'twinA', 'twinB', 'idle']);
  return {
    naming: {
      id: '',
      product: 'Azure',
      kind: 'intent',
      period: '2026-10',
      seed: 1,
      binning: 'b',
      levelCuts: { high: 750, medium: 550, low: 300 },
    },
    definition: { label: 'purchase', days: 90, skus: ['A'], scope: null },
    rows,
    facts: rows.features.map(({ fact }) => fact),
    alternatives: [],
    monotone: {},
    cutOffs: ['d0', 'd1', 'd2', 'd3'],
    champion: null,
    ...over,
  };
}
const enough = { accounts: 1500, seed: 5 };
const trained = trainModel(jobOf(enough));
const document = trained.document!;

describe('a model that has something to say', () => {
  test('is published with figures on later rows close to those of the truth', () => {
    const { card } = trained;
    expect(card).toMatchObject({ published: true, decision: 'first', validationCutOff: 'd3' });
    const rows = plantedRows(enough);
    const later = [...rows.cutOff.keys()].filter((row) => rows.cutOff[row] === 3);
    const best = rocAuc(
      later.map((row) => rows.logits[row]!),
      later.map((row) => rows.labels[row]!),
    )!;
    expect(card.metrics.model.rows).toBe(1500);
    expect(card.metrics.model.auc! - 0.5).toBeGreaterThan(0.9 * (best - 0.5));
    expect(card.metrics.model.ece!).toBeLessThan(0.03);
    expect(card.highLevelLift).toBeGreaterThan(2);
    expect(card.deciles).toHaveLength(10);
    expect(card.deciles[0]).toBeGreaterThan(2);
    expect(card.calibration.reduce((sum, each) => sum + each.rows, 0)).toBe(1500);
  });

  test('finds the planted driver and the planted pair, which plain logistic terms cannot', () => {
    const { card } = trained;
    expect(card.method).toBe('pairs');
    expect(card.terms.slice(0, 2).map(({ facts }) => [...facts].sort().join('x'))).toEqual([
      'pull',
      'twinAxtwinB',
    ]);
    expect(card.metrics.model.logLoss!).toBeLessThan(card.metrics.logistic!.logLoss! - 0.005);
  });

  test('stands 75 where a tenth of the latest accounts lies above, and 30 where 35 of 100 lie below', () => {
    const rows = jobOf(enough).rows;
    const sums = sumsOfRows(document, rows);
    const last = [...sums].filter((_, row) => rows.cutOff[row] === 3);
    const share = (from: number) => last.filter((sum) => sum >= from).length / last.length;
    expect(share(750)).toBeGreaterThan(0.07);
    expect(share(750)).toBeLessThan(0.13);
    expect(share(300)).toBeGreaterThan(0.6);
    expect(share(300)).toBeLessThan(0.7);
  });

  test('is the same for the same rows and seed', () => {
    expect(JSON.stringify(trainModel(jobOf(enough)).document)).toBe(JSON.stringify(document));
  });

  test('says a probability that its sums mean', () => {
    const { from, step, millionths } = document.probability;
    const at = Math.floor(millionths.length / 2);
    const logit = logitOf(document.anchors, from + at * step + (step - 1) / 2);
    expect(millionths[at]! / 1e6).toBeCloseTo(1 / (1 + Math.exp(-logit)), 4);
  });
});

describe('a model is refused', () => {
  test('without lift: noise is not sold as ten high scores in a hundred', () => {
    const { document: none, card } = trainModel(jobOf({ accounts: 1500, seed: 6, strength: 0 }));
    expect(none).toBeNull();
    expect(card).toMatchObject({ published: false, decision: 'refused' });
    expect(card.reason).toMatch(/^no (lift|signal)/);
  });

  test('with too few purchases, and says how many there were', () => {
    const { document: none, card } = trainModel(jobOf({ accounts: 120, seed: 7, base: -5 }));
    expect(none).toBeNull();
    expect(card.reason).toMatch(/^too little data: \d+ purchases in \d+ rows$/);
  });
});

describe('a champion', () => {
  test('gives way to a challenger that foretells better on accounts that taught neither', () => {
    const blind: ModelDocument = { ...document, id: 'blind', terms: document.terms.slice(0, 1) };
    const { card } = trainModel(jobOf(enough, { champion: blind }));
    expect(card).toMatchObject({ decision: 'promoted', championId: 'blind' });
    const { champion, contender } = card.metrics;
    expect(contender!.rows).toBe(champion!.rows);
    expect(contender!.logLoss!).toBeLessThan(champion!.logLoss!);
  });

  test('stays when the challenger learnt from less', () => {
    const champion = { ...document, id: 'before' };
    const few = { ...enough, accounts: 400 };
    const { card } = trainModel(jobOf(few, { champion }));
    expect(card.decision).toBe('champion-kept');
    expect(card.reason).toMatch(
      /^the champion stays: log loss 0\.\d+ against 0\.\d+ of the champion on \d+ rows/,
    );
  });
});

test('of one signal with different half-lives the one that foretells best is taken', () => {
  const rows = plantedRows(enough);
  const job = jobOf(enough, {
    rows: takeFacts(rows, [...PLANTED_FACTS]),
    facts: ['twinA', 'twinB'],
    alternatives: [['idle', 'copyOfPull', 'pull']],
  });
  const { card } = trainModel(job);
  expect(card.alternatives).toHaveLength(1);
  expect(card.alternatives[0]!.chosen).toBe('pull');
  expect(card.alternatives[0]!.tried.map(({ fact }) => fact)).toEqual(['idle', 'copyOfPull', 'pull']);
  expect(card.terms.flatMap(({ facts }) => facts)).not.toContain('idle');
});

test('a fact that was filled in after the outcome is named and left out', () => {
  const rows = plantedRows(enough);
  const notes = Uint8Array.from(rows.labels, (label) => (label ? 8 : 1));
  const leaky = { ...takeFacts(rows, ['pull', 'idle']), labels: rows.labels };
  leaky.fine = [leaky.fine[0]!, notes];
  const { card, document: fitted } = trainModel(jobOf(enough, { rows: leaky, facts: ['pull', 'idle'] }));
  expect(card.leakage).toMatchObject([{ column: 'idle', kind: 'single-feature', blocked: true }]);
  expect(fitted!.features.map(({ fact }) => fact)).toEqual(['pull']);
});

describe('what facts tell', () => {
  const zOf = (rows: TrainingJob['rows']) =>
    Object.fromEntries(
      trainModel(jobOf(enough, { rows })).card.concepts.map(({ fact, z }): [string, number] => [fact, z]),
    );

  test('is within chance where nothing has changed', () => {
    for (const z of Object.values(zOf(jobOf(enough).rows))) expect(Math.abs(z)).toBeLessThan(3);
  });

  test('is told to have changed when it has at the latest cut-off, by the fact at fault', () => {
    const rows = jobOf(enough).rows;
    // At the latest cut-off every account shows the pull of another one.
    const pull = rows.fine[0]!.slice();
    const from = rows.cutOff.indexOf(3);
    for (let row = from; row < pull.length; row++)
      pull[row] = rows.fine[0]![from + ((row - from + 700) % 1500)]!;
    const z = zOf({ ...rows, fine: rows.fine.with(0, pull) });
    expect(z.pull).toBeLessThan(-5);
    for (const fact of ['twinA', 'twinB', 'idle']) expect(Math.abs(z[fact]!)).toBeLessThan(3);
  });
});
