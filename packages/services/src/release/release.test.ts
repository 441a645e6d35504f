import { tables } from '@ascent/db';
import { defaultCatalogue } from '@ascent/schemas';
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import { freshPlatform, publishRelease } from '../testing';
import { discardCandidate, findCandidate, previousRelease, publishedRelease } from './candidate';
import { collectInputs, rememberCatalogue } from './inputs';
import { listReleases } from './list';
import { publishedById, releaseModels, requireRelease, shownRelease } from './shown';
import { forgetSteps, listSteps, stepEnded, stepStarted, stepState } from './step-log';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform, owner } = stores;
afterAll(stores.drop);
afterEach(async () => {
  for (const table of [tables.currentRelease, tables.release, tables.cycleStep, tables.load])
    await owner.delete(table);
});

const db = platform.host;
const publish = (id: string) => publishRelease(stores, { id });
const current = async () => (await shownRelease(platform.app))?.id ?? null;

describe('what readers see', () => {
  test('is nothing before the first release', async () => {
    expect(await current()).toBe(null);
    await expect(requireRelease(platform.app)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is the release that was switched to, with its days and its catalogue', async () => {
    await publish('2026-09.1');
    await publish('2026-10.1');
    expect(await requireRelease(platform.app)).toMatchObject({
      id: '2026-10.1',
      period: '2026-10',
      fitAsOf: '2026-10-20',
      intentAsOf: '2026-10-20',
      catalogue: defaultCatalogue,
    });
    expect(await releaseModels(platform.app, '2026-10.1')).toMatchObject({
      fit: {},
      intent: {},
      renewal: null,
    });
    expect((await listReleases(db)).map(({ id, current }) => [id, current])).toEqual([
      ['2026-10.1', true],
      ['2026-09.1', false],
    ]);
  });

  test('is never an older period, however late it is published; a correction of the same one is', async () => {
    await publish('2026-10.1');
    await publish('2026-09.1');
    expect(await current()).toBe('2026-10.1');
    await publish('2026-10.2');
    expect(await current()).toBe('2026-10.2');
  });

  test('is no candidate and nothing discarded: those do not exist', async () => {
    const { releaseId } = await findCandidate(db, { period: '2026-10', inputsHash: 'h', again: false });
    await expect(publishedById(platform.app, releaseId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(publishedById(platform.app, '2026-10.9')).rejects.toMatchObject({ code: 'not-found' });
    await publish('2026-11.1');
    await discardCandidate(db, '2026-11.1');
    await expect(publishedById(platform.app, '2026-11.1')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the release a cycle works on', () => {
  const candidate = (inputsHash: string, again = false) =>
    findCandidate(db, { period: '2026-10', inputsHash, again });

  test('is the open one with the same inputs, or the next revision', async () => {
    expect(await candidate('one')).toEqual({ releaseId: '2026-10.1', finished: false });
    expect(await candidate('one')).toEqual({ releaseId: '2026-10.1', finished: false });
    expect(await candidate('two')).toEqual({ releaseId: '2026-10.2', finished: false });
  });

  test('is the published one when nothing changed, unless it is to run again', async () => {
    await publish('2026-10.1');
    expect(await candidate('2026-10.1')).toEqual({ releaseId: '2026-10.1', finished: true });
    expect(await candidate('2026-10.1', true)).toEqual({ releaseId: '2026-10.2', finished: false });
  });

  test('is compared with the latest revision of the nearest period before it', async () => {
    for (const id of ['2026-07.1', '2026-08.1', '2026-08.2', '2026-11.1']) await publish(id);
    expect(await previousRelease(db, '2026-10')).toBe('2026-08.2');
    expect(await previousRelease(db, '2026-07')).toBe(null);
    expect(await publishedRelease(db, '2026-08')).toMatchObject({ contentHash: 'hash of 2026-08.2' });
    expect(await publishedRelease(db, '2026-10')).toBe(null);
  });
});

describe('the inputs of a release', () => {
  const load = (seq: number, over: Partial<typeof tables.load.$inferInsert> = {}) => ({
    seq,
    feed: 'accounts',
    fileName: 'x.csv',
    sha256: `sha ${seq}`,
    mappingSha256: '',
    status: 'done',
    accepted: 5,
    ...over,
  });

  test('are the loads that are done and hold something, by feed, oldest first', async () => {
    const loads = [load(3), load(1), load(2, { feed: 'signals' })];
    const others = [load(4, { status: 'running' }), load(5, { accepted: 0 })];
    await db.insert(tables.load).values([...loads, ...others]);
    const { inputs, contentHash } = await collectInputs(db);
    expect(inputs).toMatchObject({ accounts: [1, 3], signals: [2], partners: [] });
    await owner.delete(tables.load);
    await db.insert(tables.load).values(loads);
    expect((await collectInputs(db)).contentHash).toBe(contentHash);
    await db.insert(tables.load).values(load(6));
    expect((await collectInputs(db)).contentHash).not.toBe(contentHash);
  });

  test('keep the catalogue under the hash of what it says', async () => {
    const hash = await rememberCatalogue(db, defaultCatalogue);
    expect(await rememberCatalogue(db, structuredClone(defaultCatalogue))).toBe(hash);
    expect(await rememberCatalogue(db, { ...defaultCatalogue, version: 2 })).not.toBe(hash);
    // As a correction has it: the store gives back names in an order of its own.
    await publishRelease(stores, { id: '2026-12.1', catalogue: defaultCatalogue });
    const shown = await publishedById(db, '2026-12.1');
    expect(await rememberCatalogue(db, shown.catalogue)).toBe(hash);
  });
});

test('a step is known by what it last did, and forgotten when it has to run again', async () => {
  expect(await stepState(db, 'r', 'train')).toBe(null);
  await stepStarted(db, 'r', 'train');
  expect(await stepState(db, 'r', 'train')).toEqual({ status: 'running', detail: {} });
  await stepEnded(db, 'r', 'train', { status: 'failed', detail: { message: 'no rows' } });
  await stepStarted(db, 'r', 'train');
  expect(await stepState(db, 'r', 'train')).toEqual({ status: 'running', detail: {} });
  await stepEnded(db, 'r', 'train', { status: 'done', detail: { fit: {} } });
  await stepStarted(db, 'r', 'score');
  await stepStarted(db, 'other', 'train');
  await forgetSteps(db, 'r', ['score', 'check']);
  expect((await listSteps(db, 'r')).map((step) => [step.step, step.status])).toEqual([['train', 'done']]);
  expect(await listSteps(db, 'other')).toHaveLength(1);
});
