import { tables } from '@ascent/db';
import type { ReleaseValidation } from '@ascent/schemas';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { explainedAccount, publish } from '../account/get.fixture';
import { freshPlatform, hostActor, partnerActor } from '../testing';
import { getModel } from './card';
import { listCards } from './list-cards';
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
const findings = [{ level: 'warning', subject: 'visits', message: 'drifted' }];

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
    models: { fit: {}, intent: { Security: 'intent-after' } },
    gate: 'warnings',
    findings,
    validation,
  });
});

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

test('the list has those that serve first, and says which cannot be read', async () => {
  const lines = await listCards(hans);
  expect(lines.map(({ id, serving }) => [id, serving])).toEqual([
    ['intent-after', true],
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
      findings,
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
