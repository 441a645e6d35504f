import { tables } from '@ascent/db';
import { afterAll, expect, inject, test } from 'vitest';
import { freshPlatform, partnerActor } from '../testing';
import { changePreferences, Preferences, preferencesOf } from './preferences';

const { platform, owner, drop } = await freshPlatform({
  postgresUrl: inject('postgresUrl'),
  warehouse: inject('warehouse'),
});
afterAll(drop);
const as = (partnerId: string, userId: string) => ({ platform, actor: partnerActor(partnerId, { userId }) });

test('somebody who chose nothing has the defaults', async () => {
  expect(await preferencesOf(as('p1', 'new'))).toEqual(Preferences.parse({}));
});

test('a change keeps what it does not name', async () => {
  const ada = as('p1', 'ada');
  await changePreferences(ada, { keys: false });
  await changePreferences(ada, { tourDone: true, keys: undefined });
  await changePreferences(ada, { mail: { release: false, feedback: true } });
  expect(await preferencesOf(ada)).toEqual({
    ...{ keys: false, tourDone: true, mail: { release: false, feedback: true } },
  });
});

test('a choice is the person’s own, and of one organisation', async () => {
  await changePreferences(as('p1', 'max'), { keys: false });
  for (const other of [as('p1', 'bo'), as('p2', 'max')])
    expect(await preferencesOf(other)).toMatchObject({ keys: true });
  await changePreferences(as('p2', 'max'), { tourDone: true });
  expect(await preferencesOf(as('p1', 'max'))).toMatchObject({ keys: false, tourDone: false });
});

test('what cannot be read any more gives the defaults, not an error', async () => {
  await owner.insert(tables.preference).values({ partnerId: 'p1', userId: 'old', document: { keys: 'yes' } });
  expect(await preferencesOf(as('p1', 'old'))).toEqual(Preferences.parse({}));
});

test('what is none is refused and changes nothing', async () => {
  const ida = as('p1', 'ida');
  await changePreferences(ida, { keys: false });
  await expect(changePreferences(ida, { keys: 'no' as unknown as boolean })).rejects.toThrow();
  expect(await preferencesOf(ida)).toMatchObject({ keys: false });
});
