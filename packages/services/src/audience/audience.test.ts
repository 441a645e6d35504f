import { tables } from '@ascent/db';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { verifyAudit } from '../audit/verify';
import type { Actor } from '../context';
import { JOBS } from '../jobs';
import { freshPlatform, partnerActor, publishRelease, writeReleaseRows } from '../testing';
import { downloadAudience } from './download';
import { freezeAudience } from './freeze';
import { getAudience, listAudiences } from './list';
import { requestAudience } from './request';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform, jobs, owner } = stores;
afterAll(stores.drop);

const COPILOT = 'Copilot_for_Microsoft_365';
const row = (account: string, over: Record<string, unknown> = {}) => ({
  release_id: '2026-10.1',
  partner_id: 'p1',
  account_id: account,
  location_ids: ['L1'],
  AccountName: `Account ${account}`,
  Domain: `${account}.example`,
  Country: 'Brazil',
  [COPILOT]: 'Yes',
  M365Cluster: 'Act Now',
  M365Code: 'A1',
  ...over,
});
await publishRelease(stores, { id: '2026-10.1' });
await writeReleaseRows(stores, [
  row('a1', { AccountName: '=HYPERLINK("http://bad.example")' }),
  row('a2', { M365Cluster: 'Evaluate', M365Code: 'E5', location_ids: ['L2'] }),
  row('a3', { [COPILOT]: 'No' }),
  row('a4', { M365Cluster: 'Nurture', M365Code: 'N9' }),
  row('b1', { partner_id: 'p2' }),
  row('z1', { release_id: '2026-09.1' }),
]);

const as = (rights: Partial<Actor> = {}, partner = 'p1') => ({
  platform,
  actor: partnerActor(partner, rights),
});
const request = { cohort: 'copilot', name: 'Copilot, first wave' };

/** What a worker would do next. */
async function freezeNext(): Promise<unknown> {
  const [job] = await platform.queue.fetch(JOBS.freezeAudience);
  await freezeAudience({ db: platform.host, warehouse: jobs }, job!.data);
  await platform.queue.complete(JOBS.freezeAudience, job!.id);
  return job!.data;
}
async function frozen(
  rights: Partial<Actor>,
  change: Partial<typeof request> & { clusters?: 'Act Now'[] } = {},
) {
  const { id } = await requestAudience(as(rights), { ...request, ...change });
  await freezeNext();
  return id;
}
async function fileOf(id: string, context = as()) {
  const { fileName, body } = await downloadAudience(context, id);
  let text = '';
  for await (const chunk of body) text += chunk;
  return { fileName, rows: parse(text) as string[][] };
}
const accountsOf = async (id: string) => (await fileOf(id)).rows.slice(1).map(([account]) => account);

describe('an audience', () => {
  test('is being frozen until a worker has written the accounts of its cohort, and only those', async () => {
    const { id } = await requestAudience(as(), request);
    expect(await getAudience(as(), id)).toMatchObject({ status: 'freezing', accounts: 0, contentHash: '' });
    await expect(downloadAudience(as(), id)).rejects.toMatchObject({ code: 'conflict' });
    await freezeNext();
    expect(await getAudience(as(), id)).toMatchObject({
      status: 'ready',
      accounts: 3,
      releaseId: '2026-10.1',
      cohortId: 'copilot',
      name: 'Copilot, first wave',
    });
    expect(await accountsOf(id)).toEqual(['a1', 'a2', 'a4']);
  });

  test('has no account twice and the same hash when it is frozen again, and stays as it is once it is ready', async () => {
    const { id } = await requestAudience(as(), request);
    const job = await freezeNext();
    const first = await getAudience(as(), id);
    await owner.update(tables.audience).set({ status: 'freezing' });
    await freezeAudience({ db: platform.host, warehouse: jobs }, job);
    expect(await getAudience(as(), id)).toEqual(first);
    expect(await accountsOf(id)).toEqual(['a1', 'a2', 'a4']);
    await owner.update(tables.audience).set({ status: 'ready' });
    await jobs.command({ sql: 'TRUNCATE TABLE audience_members' });
    await freezeAudience({ db: platform.host, warehouse: jobs }, job);
    expect(await accountsOf(id)).toEqual([]);
  });

  test('may be narrowed to clusters, and never goes beyond the locations of who asked', async () => {
    expect(await accountsOf(await frozen({}, { clusters: ['Act Now'] }))).toEqual(['a1']);
    expect(await accountsOf(await frozen({ locations: ['L2'] }))).toEqual(['a2']);
    await expect(frozen({ locations: [] })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('is a file whose formulas are text, and taking it is on record', async () => {
    const { fileName, rows } = await fileOf(await frozen({}));
    expect(fileName).toBe('audience-copilot-first-wave.csv');
    expect(rows[0]).toEqual(['AccountID', 'AccountName', 'Domain', 'Country', 'Cluster', 'Code']);
    expect(rows[1]).toEqual([
      'a1',
      '\'=HYPERLINK("http://bad.example")',
      'a1.example',
      'Brazil',
      'Act Now',
      'A1',
    ]);
    const entries = await owner.select().from(tables.auditEntry);
    expect(entries.some(({ action, detail }) => action === 'audience.export' && detail.rows === 3)).toBe(
      true,
    );
    expect((await verifyAudit(platform.host)).broken).toEqual([]);
  });

  test('is not there for another organisation', async () => {
    const id = await frozen({});
    const stranger = as({}, 'p2');
    expect(await listAudiences(stranger)).toEqual([]);
    await expect(getAudience(stranger, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(downloadAudience(stranger, id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await listAudiences(as())).map((line) => line.id)).toContain(id);
  });

  test('counts for a reader of some locations what their file will hold', async () => {
    const id = await frozen({});
    const scoped = as({ locations: ['L2'] });
    const { rows } = await fileOf(id, scoped);
    expect((await getAudience(scoped, id)).accounts).toBe(rows.length - 1);
    expect((await listAudiences(scoped)).find((line) => line.id === id)!.accounts).toBe(rows.length - 1);
    expect((await getAudience(as(), id)).accounts).toBe(3);
  });

  test('with nobody in it is not made', async () => {
    const nobody = requestAudience(as(), { ...request, clusters: ['Educate'] });
    await expect(nobody).rejects.toMatchObject({ code: 'invalid' });
    await expect(requestAudience(as(), { ...request, name: 'a\0b' })).rejects.toThrow(/cannot be stored/);
  });

  test('needs the campaign manager’s role, a cohort that there is, and a name', async () => {
    const viewer = requestAudience(as({ runsCampaigns: false }), request);
    await expect(viewer).rejects.toMatchObject({ code: 'forbidden' });
    const unknown = requestAudience(as(), { ...request, cohort: 'copilots' });
    await expect(unknown).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/copilots is not in the catalogue/),
    });
    await expect(requestAudience(as(), { ...request, name: '  ' })).rejects.toThrow();
    expect(await platform.queue.fetch(JOBS.freezeAudience)).toEqual([]);
  });
});
