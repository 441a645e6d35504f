import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { twoReleases } from '../compare/two-releases.fixture';
import { freshPlatform, partnerActor } from '../testing';
import { addAccountNote, listNotes, setNoteRemoved } from './notes';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform } = stores;
afterAll(stores.drop);
beforeAll(() => twoReleases(stores));

const as = (partner: string, rights: Parameters<typeof partnerActor>[1] = {}) => ({
  platform,
  actor: partnerActor(partner, rights),
});
const ada = as('p1');
const bo = as('p1', { userId: 'bo', name: 'Bo', seesSensitive: false });
const eve = as('p2');
const bodies = async (reader: typeof ada, accountId = 'a1') =>
  (await listNotes(reader, accountId)).map(({ body }) => body);

test('a note is the organisation’s: everybody in it who sees the account reads who wrote it', async () => {
  const { id } = await addAccountNote(ada, { accountId: 'a1', body: '  Met their new IT lead  ' });
  expect(await listNotes(bo, 'a1')).toMatchObject([
    { id, author: 'Ada', body: 'Met their new IT lead', own: false },
  ]);
  expect((await listNotes(ada, 'a1'))[0]!.own).toBe(true);
  await setNoteRemoved(ada, id, true);
});

test('for another partner, and outside one’s locations, there is no account to write or read about', async () => {
  for (const reader of [eve, as('p1', { locations: ['L2'] }), as('p1', { locations: [] })]) {
    await expect(listNotes(reader, 'a1')).rejects.toMatchObject({ code: 'not-found' });
    await expect(addAccountNote(reader, { accountId: 'a1', body: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
  }
  expect(await bodies(ada)).toEqual([]);
});

test('two partners’ notes on accounts of one id never meet', async () => {
  await addAccountNote(eve, { accountId: 'theirs', body: 'Ours' });
  expect(await bodies(eve, 'theirs')).toEqual(['Ours']);
  await expect(listNotes(ada, 'theirs')).rejects.toMatchObject({ code: 'not-found' });
});

test('only its author removes a note, and brings it back', async () => {
  const { id } = await addAccountNote(ada, { accountId: 'a1', body: 'Keep' });
  for (const other of [bo, eve])
    await expect(setNoteRemoved(other, id, true)).rejects.toMatchObject({ code: 'not-found' });
  expect(await bodies(bo)).toEqual(['Keep']);
  await setNoteRemoved(ada, id, true);
  expect(await bodies(bo)).toEqual([]);
  await setNoteRemoved(ada, id, false);
  expect(await bodies(bo)).toEqual(['Keep']);
});

test.each(['', '   ', 'x'.repeat(4001)])('a note of %j is refused', async (body) => {
  await expect(addAccountNote(ada, { accountId: 'a1', body })).rejects.toThrow();
});
