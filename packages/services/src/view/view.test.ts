import { afterAll, expect, inject, test } from 'vitest';
import { freshPlatform, partnerActor } from '../testing';
import { listViews } from './list';
import { changeView, removeView, saveView } from './save';

const { platform, drop } = await freshPlatform({
  postgresUrl: inject('postgresUrl'),
  warehouse: inject('warehouse'),
});
afterAll(drop);
const as = (partnerId: string, userId = `ada-of-${partnerId}`) => ({
  platform,
  actor: partnerActor(partnerId, { userId }),
});
const ada = as('p1');
const bo = as('p1', 'bo');
const eve = as('p2');
const view = { name: 'Hot', query: 'cluster=Act+Now', audience: 'private' as const, isDefault: false };

test('a private view is its maker’s alone, a team’s is everybody’s of the organisation and nobody else’s', async () => {
  const own = await saveView(ada, view);
  const team = await saveView(ada, { ...view, name: 'All of us', audience: 'team' });
  expect((await listViews(ada)).map(({ id, own: mine }) => [id, mine])).toEqual([
    [team.id, true],
    [own.id, true],
  ]);
  expect((await listViews(bo)).map(({ id, own: mine }) => [id, mine])).toEqual([[team.id, false]]);
  expect(await listViews(eve)).toEqual([]);
});

test('only its maker changes or removes it; for others it is not there', async () => {
  const { id } = await saveView(ada, { ...view, name: 'Mine', audience: 'team' });
  for (const other of [bo, eve]) {
    await expect(changeView(other, { id, name: 'Yours' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(removeView(other, id)).rejects.toMatchObject({ code: 'not-found' });
  }
  await changeView(ada, { id, name: 'Renamed', query: 'q=x' });
  expect((await listViews(bo)).find((each) => each.id === id)).toMatchObject({
    name: 'Renamed',
    query: 'q=x',
  });
  await removeView(ada, id);
  expect((await listViews(bo)).some((each) => each.id === id)).toBe(false);
});

test('there is one default for each person and one for the team', async () => {
  await saveView(ada, { ...view, name: 'First', isDefault: true });
  const second = await saveView(ada, { ...view, name: 'Second', isDefault: true });
  const team = await saveView(bo, { ...view, name: 'Team', audience: 'team', isDefault: true });
  const defaults = (await listViews(ada)).filter((each) => each.isDefault).map((each) => each.id);
  expect(defaults.sort()).toEqual([second.id, team.id].sort());
});

test.each([
  { name: '' },
  { name: 'x'.repeat(61) },
  { query: 'x'.repeat(8001) },
  { name: 'a\0b' },
  { query: 'q=\0' },
])('%j is refused', async (bad) => {
  await expect(saveView(ada, { ...view, ...bad })).rejects.toMatchObject({ name: 'ZodError' });
});
