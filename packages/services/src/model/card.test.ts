import { tables } from '@ascent/db';
import type { CombinedPropensity, ModelCard, ReleaseValidation } from '@ascent/schemas';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { after, explainedAccount, publish } from '../account/get.fixture';
import { freshPlatform, hostActor, partnerActor } from '../testing';
import { getModel } from './card';
import { listCards } from './list-cards';
import { keepDocument, readModel, saveModel } from './store';
import { getValidation, listGates } from './validation';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform } = stores;
afterAll(stores.drop);

const validation: ReleaseValidation = {
  format: 1,
  products: [],
  coverage: [],
  features: [],
  scores: [],
  concepts: [],
  unchangedBinRows: null,
};
/** The last as an earlier version stored it. */
const findings = [
  { level: 'warning', subject: 'visits', cause: { code: 'spread-moved', psi: 0.314 } },
  { level: 'red', subject: 'transactions', message: 'the last sale is old' },
];

beforeAll(async () => {
  await explainedAccount(stores);
  await platform.host.insert(tables.model).values({
    id: 'ancient',
    product: 'Security',
    kind: 'fit',
    period: '2024-01',
    promoted: true,
    document: { document: { format: 1 } },
    card: { auc: 0.8 },
  });
  await publish(stores, '2026-12.1', '2026-10.1', {
    models: { fit: {}, intent: { Security: 'intent-after' }, propensity: await propensities() },
    gate: 'warnings',
    findings,
    validation,
  });
});

/** By product: a model of its own, both scores together with the card of what they beat, and those of an earlier version. */
async function propensities(): Promise<Record<string, string>> {
  const { card } = await readModel(platform.host, after.id);
  const naming = { period: '2026-10', kind: 'propensity' as const };
  const document = { ...after, id: 'own', kind: naming.kind };
  await saveModel(platform.host, { ...naming, id: 'own', product: 'Security', document, card });
  const both = (product: string, beaten?: ModelCard) => {
    const combined: Omit<CombinedPropensity, 'id'> = {
      ...{ format: 1, product, period: '2026-10', fit: null, intent: 'intent' },
      weights: { fit: 0, intent: 1024 },
      probability: { from: 0, step: 100, millionths: [10] },
    };
    return keepDocument(platform.host, 'propensity', {
      ...{ product, period: '2026-10', document: combined },
      ...(beaten && { card: beaten }),
    });
  };
  const beaten = await both('Azure', {
    ...card,
    ...{ decision: 'refused', published: false },
    reason: 'passed: the first of its kind; both scores together serve',
  });
  const { id } = await both('M365');
  return { Security: 'own', Azure: beaten.id, M365: id };
}

const hans = { platform, actor: hostActor() };
const ada = { platform, actor: partnerActor('p1') };

describe('a model', () => {
  test('is shown with its card, its scale, and the releases that were scored with it', async () => {
    expect(await getModel(hans, 'intent-after')).toMatchObject({
      product: 'Security',
      productWords: { en: 'Microsoft 365 with security' },
      kind: 'intent',
      releases: ['2026-12.1', '2026-10.1'],
      serving: true,
      scale: { base: 360, levelCuts: { high: 750, medium: 550, low: 300 } },
      card: { decision: 'first' },
    });
    expect(await getModel(hans, 'intent-before')).toMatchObject({ releases: ['2026-09.1'], serving: false });
  });

  test.each(['none', "' OR 1 = 1", 'ancient'])(
    'that is not there, or cannot be read, is not found: %s',
    async (id) => {
      await expect(getModel(hans, id)).rejects.toMatchObject({ code: 'not-found' });
    },
  );
});

describe('what says the probability of a purchase', () => {
  test('is a model with a card like any other, where it looks at the facts itself', async () => {
    expect(await getModel(hans, 'own')).toMatchObject({
      ...{ kind: 'propensity', releases: ['2026-12.1'], serving: true },
      scale: { base: 360 },
    });
  });

  test('and where both scores say it together, the card is of the model that did not serve', async () => {
    const { id } = (await listCards(hans)).find(({ product }) => product === 'Azure')!;
    expect(await getModel(hans, id)).toMatchObject({
      ...{ kind: 'propensity', serving: false, scale: null },
      reasons: [{ en: 'Both scores together say the probability.' }],
    });
  });
});

test('the list has those that serve first, and says which cannot be read', async () => {
  const lines = await listCards(hans);
  expect(lines.map(({ id, serving }) => [id, serving])).toEqual([
    ['intent-after', true],
    ['own', true],
    [expect.stringMatching(/^Azure-propensity-2026-10-/), false],
    ['fit', false],
    ['intent-before', false],
    ['ancient', false],
  ]);
  expect(lines[0]!.card).toMatchObject({ method: 'pairs', decision: 'first', auc: null });
  expect(lines.at(-1)!.card).toBe(null);
});

describe('a release judges itself', () => {
  test('with its gate, its findings, and the words of what it names', async () => {
    expect(await getValidation(hans, '2026-12.1')).toMatchObject({
      period: '2026-12',
      status: 'published',
      gate: 'warnings',
      findings: [
        {
          level: 'warning',
          subject: { en: 'Visits in 30 days' },
          text: {
            en: 'spread otherwise than a month ago: PSI 0.31',
            pt: 'distribuição diferente da do mês anterior: PSI 0,31',
          },
        },
        {
          level: 'red',
          subject: { en: 'Transactions', pt: 'Transações' },
          text: { en: 'the last sale is old', pt: 'the last sale is old' },
        },
      ],
      validation,
      products: { Security: { en: 'Microsoft 365 with security' } },
      facts: { visits: { en: 'Visits in 30 days' } },
    });
  });

  test('or says nothing, where it is of an earlier version', async () => {
    expect(await getValidation(hans, '2026-08.1')).toMatchObject({
      gate: null,
      findings: [],
      validation: null,
    });
    await expect(getValidation(hans, '2030-01.1')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('in the list of all', async () => {
    expect(
      (await listGates(hans)).map(({ id, gate, validated, current }) => [id, gate, validated, current]),
    ).toEqual([
      ['2026-12.1', 'warnings', true, true],
      ['2026-10.1', null, false, false],
      ['2026-09.1', null, false, false],
      ['2026-08.1', null, false, false],
    ]);
  });
});

test.each([
  ['a model', () => getModel(ada, 'fit')],
  ['the list of models', () => listCards(ada)],
  ['the releases', () => listGates(ada)],
  ['a validation', () => getValidation(ada, '2026-12.1')],
])('for a partner %s is not there', async (_what, read) => {
  await expect(read()).rejects.toMatchObject({ code: 'not-found' });
});
