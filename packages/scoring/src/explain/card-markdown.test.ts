import { defaultCatalogue, type Fact, ModelCard, ModelDocument } from '@ascent/schemas';
import { describe, expect, test } from 'vitest';
import { cardMarkdown } from './card-markdown';
import { comparisonTexts } from './cost-text';
import { moveSentence } from './move-sentence';
import { termShape } from './term-shape';

const fact = (id: string): Fact => defaultCatalogue.facts.find((each) => each.id === id)!;
const document = ModelDocument.parse({
  format: 2,
  id: 'Azure-intent-2026-10-abc',
  product: 'Azure',
  kind: 'intent',
  method: 'pairs',
  period: '2026-10',
  seed: 1,
  binning: 'b',
  features: [
    { fact: 'visits', bins: { kind: 'number', edges: [1, 3] }, coarse: [0, 1, 2, 2] },
    { fact: 'industry', bins: { kind: 'category', levels: ['Health', 'Retail'] }, coarse: [0, 1, 2] },
  ],
  terms: [
    { features: [0], points: [0, -20, 50, 100] },
    { features: [1], points: [0, 10, 30] },
    { features: [0, 1], points: [0, 0, 0, 0, 1, 2, 0, 3, 4] },
  ],
  base: 310,
  anchors: { p35: -3.25, p90: -1, deciPerLogit: 225 },
  levelCuts: { high: 750, medium: 550, low: 300 },
  probability: { from: 0, step: 100, millionths: [10] },
});
const metrics = (auc: number) => ({
  rows: 1000,
  positives: 100,
  auc,
  prAuc: 0.412,
  logLoss: 0.2214,
  brier: 0.0648,
  ece: 0.009,
  lift10: 4.61,
});
const card = ModelCard.parse({
  format: 2,
  definition: { label: 'purchase', days: 90, skus: ['AZ-VM', 'AZ-SQL'], scope: 'employees < 300' },
  trainingRows: 12_345,
  trainingPositives: 678,
  trainingCutOffs: ['2026-04-20', '2026-05-20'],
  validationCutOff: '2026-05-20',
  method: 'pairs',
  candidates: [{ method: 'pairs', outOfBagLoss: 0.2213 }],
  metrics: {
    model: metrics(0.846),
    champion: metrics(0.84),
    contender: null,
    logistic: null,
    yardstick: metrics(0.849),
  },
  championId: 'Azure-intent-2026-09-xyz',
  calibration: [{ probability: 0.05, rate: 0.061, rows: 100 }],
  deciles: [4.6, 2, 1.2],
  highLevelLift: 4.2,
  terms: [
    { facts: ['visits'], importance: 6.2 },
    { facts: ['visits', 'industry'], importance: 1.5 },
  ],
  alternatives: [
    {
      chosen: 'visits',
      tried: [
        { fact: 'visits', logLoss: 0.2213 },
        { fact: 'hiring', logLoss: 0.23 },
      ],
    },
  ],
  leakage: [
    { column: 'a|b', kind: 'future-dated', figure: 1, message: 'dated after\nthe cut-off', blocked: true },
  ],
  concepts: [{ fact: 'visits', z: -3.14 }],
  published: true,
  decision: 'promoted',
  reason: 'Better than the champion.',
});
const input = {
  id: document.id,
  product: 'Azure',
  kind: 'intent' as const,
  period: '2026-10',
  card,
  document,
  fact,
};

describe('a card as a text', () => {
  const english = cardMarkdown(input, 'en');

  test('says what it predicts, on what, how well, and what was decided', () => {
    for (const part of [
      '# Azure intent, 2026-10',
      '**Decision:** serves, promoted over the champion. Better than the champion.',
      '- the account buys within 90 days of `AZ-VM`, `AZ-SQL`',
      '- In scope: `employees < 300`',
      '- Rows: 12,345',
      '| AUC | 0.846 | 0.840 | not measured | 0.849 |',
      '| Log loss | 0.2214 | 0.2214 | not measured | 0.2214 |',
      '- Lift of the High level: 4.20',
      '| 5.0% | 6.1% | 100 |',
      '| 1 | 4.60 |',
      '| Visits in 30 days together with Industry | 1.5 |',
      '| 1 to 2 | +5.0 |',
      '| unknown or rare | 0.0 |',
      '- Visits in 30 days (tried: visits 0.2213, hiring 0.2300)',
      'dated after the cut-off',
      '| Visits in 30 days | −3.1 |',
      '- Base: 31.0',
      '- Anchors in log-odds: −3.25 = 30, −1.00 = 75',
      '- High, Medium, Low from: 75.0, 55.0, 30.0',
      '## Limits',
    ])
      expect(english.replaceAll('\n', ' ')).toContain(part.replaceAll('\n', ' '));
  });

  test('is a text in Portuguese, with its numbers', () => {
    const portuguese = cardMarkdown(input, 'pt');
    expect(portuguese).toContain('# Azure intenção, 2026-10');
    expect(portuguese).toContain('| AUC | 0,846 | 0,840 | não medido | 0,849 |');
    expect(portuguese).toContain('- Linhas: 12.345');
    expect(portuguese.match(/^#+ /gm)).toHaveLength(english.match(/^#+ /gm)!.length);
  });

  test('of a model that gives no score still says why', () => {
    const reason = 'too little data: 12 purchases in 300 rows';
    const none = {
      ...metrics(0),
      auc: null,
      prAuc: null,
      logLoss: null,
      brier: null,
      ece: null,
      lift10: null,
    };
    const empty = {
      ...card,
      metrics: { model: none, champion: null, contender: null, logistic: null, yardstick: null },
      calibration: [],
      deciles: [],
      terms: [],
      alternatives: [],
      leakage: [],
      concepts: [],
      decision: 'refused' as const,
      reason,
    };
    const text = cardMarkdown({ ...input, card: empty, document: null }, 'en');
    expect(text).toContain(`**Decision:** refused. ${reason}`);
    expect(text).not.toMatch(/undefined|NaN|null/);
  });
});

describe('the difference to the peers is said', () => {
  const texts = (model: number, yardstick: number) =>
    comparisonTexts({
      metrics: {
        model: metrics(model),
        champion: null,
        contender: null,
        logistic: null,
        yardstick: metrics(yardstick),
      },
    });

  test('as what being explainable costs', () => {
    expect(texts(0.846, 0.849)[0]!.en).toBe(
      'AUC is 0.003 below the yardstick of boosted trees, which never serves: that is what being explainable costs.',
    );
  });

  test('or that it costs nothing', () => {
    expect(texts(0.85, 0.85)[0]!.en).toContain('level with');
    expect(texts(0.86, 0.85)[0]!.pt).toContain('0,010 acima da referência');
    expect(texts(0.85, 0.85)[0]!.pt).toContain('igual à referência');
  });

  test('and not against a peer that was judged on other rows', () => {
    const few = { ...metrics(0.7), rows: 200 };
    const judged = { model: metrics(0.8), champion: few, contender: null, logistic: null, yardstick: null };
    expect(comparisonTexts({ metrics: judged })).toEqual([]);
  });

  test('and where champion and challenger met on rows of their own, the card says on which', () => {
    const there = { ...metrics(0.79), rows: 200 };
    const judged = {
      ...card,
      metrics: { ...card.metrics, champion: { ...there, auc: 0.8 }, contender: there },
    };
    const said = (lang: 'en' | 'pt') => cardMarkdown({ ...input, card: judged }, lang);
    expect(said('en')).toContain(
      '- Rows of the champion’s column, which taught neither: 200; this model on them: AUC 0.790, Log loss 0.2214',
    );
    expect(said('pt')).toContain('que não ensinaram nenhum dos dois: 200; este modelo nelas: AUC 0,790');
  });

  test('for every peer that was judged', () => {
    expect(comparisonTexts(card).map((text) => text.en)).toEqual([
      'AUC is 0.006 above the champion.',
      expect.stringContaining('yardstick'),
    ]);
  });
});

test('a term is told over all that it can look at, coarse bins where it looks at several facts', () => {
  expect(termShape(document, 0, fact)).toMatchObject({
    facts: ['visits'],
    axes: [[{ en: 'unknown' }, { en: '0' }, { en: '1 to 2' }, { en: '3 or more' }]],
    points: [0, -20, 50, 100],
    least: -20,
    most: 100,
  });
  const pair = termShape(document, 2, fact);
  expect(pair.axes.map((axis) => axis.map((label) => label.en))).toEqual([
    ['unknown', '0', '1 or more'],
    ['unknown or rare', 'Health', 'Retail'],
  ]);
  expect(pair.axes[0]!.length * pair.axes[1]!.length).toBe(pair.points.length);
});

test('a move is said from where to where, and what it would give', () => {
  const move = { fact: 'visits', fromBin: 1, toBin: 3, count: 9, score: 762, level: 'High' as const };
  expect(moveSentence(move, { document, fact })).toEqual({
    en: 'Visits in 30 days: at 3 or more instead of 0 the score would be 76.2, High',
    pt: 'Visitas em 30 dias: com 3 ou mais em vez de 0, a pontuação seria 76,2, Alta',
  });
});
