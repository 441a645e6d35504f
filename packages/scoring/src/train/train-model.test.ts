import { defaultCatalogue, type Fact } from '@ascent/schemas';
import { describe, expect, test } from 'vitest';
import { probabilityOf, scoreAccount } from '../score/score-account';
import { seeded } from '../testing';
import { HIGH_LEVEL_LIFT_MIN, POSITIVES_MIN, trainModel } from './train-model';
import type { TrainingTable } from './training-table';

const facts = ['employees', 'orders36m', 'industry'].map(
  (id) => defaultCatalogue.facts.find((fact) => fact.id === id)!,
);
const naming = {
  id: 'm',
  product: 'Azure',
  kind: 'intent' as const,
  period: '2026-10',
  seed: 1,
  levelCuts: { high: 750, medium: 550, low: 300 },
};
const CUT_OFFS = ['2026-04-20', '2026-05-20', '2026-06-20'];
const INDUSTRIES = ['Health', 'Retail', 'Mining', null];

type World = { rows: number; seed: number; strength: number; positives?: number };

/** Accounts at three cut-offs whose purchases follow from size, orders and industry, as strongly as told. */
function world({ rows, seed, strength, positives }: World): TrainingTable {
  const random = seeded(seed);
  const employees = Float64Array.from({ length: rows }, () =>
    random.next() < 0.1 ? Number.NaN : 1 + random.below(500),
  );
  const orders36m = Float64Array.from({ length: rows }, () => random.below(6));
  const industry = Array.from({ length: rows }, () => INDUSTRIES[random.below(4)]!);
  const labels = Uint8Array.from({ length: rows }, (_, row) => {
    if (positives !== undefined)
      return Number(
        row % Math.floor(rows / positives) === 0 && row / Math.floor(rows / positives) < positives,
      );
    const size = Number.isNaN(employees[row]!) ? 0 : employees[row]! / 250 - 1;
    const pull = strength * (size + orders36m[row]! / 2 - 1.2 + (industry[row] === 'Health' ? 1 : 0));
    return Number(random.next() < 1 / (1 + Math.exp(3.5 - pull)));
  });
  return {
    numbers: { employees, orders36m },
    categories: { industry },
    labels,
    cutOff: Uint8Array.from({ length: rows }, (_, row) => Math.floor((3 * row) / rows)),
    accountHash: Uint32Array.from({ length: rows }, (_, row) => row % (rows / 3)),
  };
}

function factsOfRow(table: TrainingTable, row: number) {
  const number = (fact: Fact) => {
    const value = table.numbers[fact.id]![row]!;
    return Number.isNaN(value) ? null : value;
  };
  return Object.fromEntries(
    facts.map((fact) => [fact.id, fact.id === 'industry' ? table.categories.industry![row]! : number(fact)]),
  );
}

describe('where there is signal', () => {
  const table = world({ rows: 9000, seed: 21, strength: 1.2 });
  const trained = trainModel(naming, facts, table, CUT_OFFS);
  const document = trained.document!;
  const latest = Array.from({ length: 3000 }, (_, index) => 6000 + index);
  const scores = latest.map((row) => scoreAccount(document, factsOfRow(table, row)));

  test('a model is published, and its card says how it did on later data', () => {
    expect(trained.card).toMatchObject({
      trainingRows: 9000,
      trainingCutOffs: CUT_OFFS,
      validationCutOff: '2026-06-20',
      published: true,
      reason: 'passed',
    });
    expect(trained.card.trainingPositives).toBe(table.labels.reduce((sum, y) => sum + y, 0));
    expect(trained.card.auc!).toBeGreaterThan(0.75);
    expect(trained.card.highLevelLift!).toBeGreaterThanOrEqual(HIGH_LEVEL_LIFT_MIN);
    expect([3, 30, 300]).toContain(trained.card.penalty);
  });

  test('a tenth of the latest accounts is High and about a third Very low', () => {
    const share = (test: (score: number) => boolean) =>
      scores.filter(({ score }) => test(score)).length / latest.length;
    expect(share((score) => score >= 750)).toBeGreaterThan(0.07);
    expect(share((score) => score >= 750)).toBeLessThan(0.13);
    expect(share((score) => score < 300)).toBeGreaterThan(0.3);
    expect(share((score) => score < 300)).toBeLessThan(0.4);
  });

  test('its probabilities are as many purchases as there were', () => {
    const told = scores.map(({ base, points }) =>
      probabilityOf(
        document,
        points.reduce((sum, each) => sum + each, base),
      ),
    );
    const expected = told.reduce((sum, each) => sum + each, 0) / 1e6;
    const bought = latest.reduce((sum, row) => sum + table.labels[row]!, 0);
    expect(Math.abs(expected - bought) / bought).toBeLessThan(0.15);
  });

  test('it finds what was planted: more orders and Health pull up', () => {
    const score = (values: object) =>
      scoreAccount(document, { employees: 100, orders36m: 2, industry: 'Retail', ...values }).score;
    expect(score({ orders36m: 5 })).toBeGreaterThan(score({ orders36m: 0 }) + 100);
    expect(score({ industry: 'Health' })).toBeGreaterThan(score({ industry: 'Mining' }) + 50);
  });

  test('training again gives the same document, and another world another', () => {
    const again = trainModel(naming, facts, world({ rows: 9000, seed: 21, strength: 1.2 }), CUT_OFFS);
    expect(again).toEqual(trained);
    const other = trainModel(naming, facts, world({ rows: 9000, seed: 22, strength: 1.2 }), CUT_OFFS);
    expect(other.document).not.toEqual(document);
  });
});

describe('where there is none, no model is published and the card says why', () => {
  test('too few purchases', () => {
    const table = world({ rows: 3000, seed: 1, strength: 0, positives: POSITIVES_MIN - 1 });
    const { document, card } = trainModel(naming, facts, table, CUT_OFFS);
    expect(document).toBe(null);
    expect(card).toMatchObject({ published: false, reason: 'too little data: 39 purchases in 3000 rows' });
  });

  test('nobody who did not buy', () => {
    const table = { ...world({ rows: 300, seed: 1, strength: 0 }), labels: new Uint8Array(300).fill(1) };
    const { document, card } = trainModel(naming, facts, table, CUT_OFFS);
    expect(document).toBe(null);
    expect(card.reason).toMatch(/^too little data: 300 purchases in 300 rows/);
  });

  test('purchases by chance: quantiles alone would still call a tenth High', () => {
    const { document, card } = trainModel(
      naming,
      facts,
      world({ rows: 9000, seed: 8, strength: 0 }),
      CUT_OFFS,
    );
    expect(card.trainingPositives).toBeGreaterThan(POSITIVES_MIN);
    expect(document).toBe(null);
    expect(card).toMatchObject({
      published: false,
      reason: expect.stringMatching(/^no lift: the High level/),
    });
    expect(card.highLevelLift ?? 0).toBeLessThan(HIGH_LEVEL_LIFT_MIN);
  });

  test('no rows at all', () => {
    const { document, card } = trainModel(naming, facts, world({ rows: 0, seed: 1, strength: 0 }), []);
    expect(document).toBe(null);
    expect(card).toMatchObject({ trainingRows: 0, validationCutOff: null });
  });
});
