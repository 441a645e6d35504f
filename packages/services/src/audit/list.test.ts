import { tables, withTenant } from '@ascent/db';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { freshPlatform, partnerActor, syncTestPartners } from '../testing';
import { createUser } from '../user/create';
import { appendAudit } from './append';
import { listAudit } from './list';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform, owner } = stores;
afterAll(stores.drop);
await syncTestPartners(stores, ['p1', 'p2']);
async function person(partnerId: string, name: string, role: 'account-admin' | 'executive-report-viewer') {
  const email = `${name}@${partnerId}.example`;
  const said = { email, name, password: 'a password to pass', partnerId, roles: [{ role, scope: '*' }] };
  const { userId } = await createUser(platform, said);
  return { platform, actor: partnerActor(partnerId, { userId, email, name }) };
}
const ada = await person('p1', 'ada', 'account-admin');
const seller = await person('p1', 'seller', 'executive-report-viewer');
const bob = await person('p2', 'bob', 'account-admin');
beforeEach(() => owner.delete(tables.auditEntry));

const append = (partnerId: string, given: Partial<Parameters<typeof appendAudit>[1]> = {}) =>
  withTenant(platform.app, partnerId, (tx) =>
    appendAudit(tx, {
      partnerId,
      actor: ada.actor.userId,
      action: 'report.export',
      subject: 'azure',
      ...given,
    }),
  );
const numbers = async (query: Parameters<typeof listAudit>[1]) =>
  (await listAudit(ada, query)).entries.map(({ seq }) => seq);

describe('the log', () => {
  test('is for account admins, and of their organisation only', async () => {
    await append('p1', { detail: { word: 'alpha' } });
    await append('p2', { action: 'key.create', subject: 'secret subject', detail: { word: 'alpha' } });
    await expect(listAudit(seller, {})).rejects.toMatchObject({ code: 'not-found' });
    const page = await listAudit(ada, { search: 'alpha' });
    expect(page.entries).toHaveLength(1);
    expect(page.actions).toEqual(['report.export']);
    expect(JSON.stringify(page)).not.toContain('secret subject');
    expect((await listAudit(bob, {})).entries).toMatchObject([{ action: 'key.create' }]);
  });

  test('names people of the organisation; anybody else stays an id', async () => {
    await append('p1', { subject: seller.actor.userId });
    await append('p1', { actor: bob.actor.userId, subject: bob.actor.userId });
    expect((await listAudit(ada, {})).entries).toMatchObject([
      { actor: bob.actor.userId, subjectName: null },
      { actor: 'ada', subjectName: 'seller' },
    ]);
  });

  test('is searched in actions, subjects and details, without regard to case', async () => {
    await append('p1', { action: 'role.grant' });
    await append('p1', { subject: 'Surface' });
    await append('p1', { detail: { email: 'Neu@p1.example' } });
    expect(await numbers({ search: 'ROLE' })).toEqual([1]);
    expect(await numbers({ search: 'surf' })).toEqual([2]);
    expect(await numbers({ search: 'neu@P1' })).toEqual([3]);
    expect(await numbers({ search: 'nowhere' })).toEqual([]);
  });

  test.each(['%', '_', '\\', "' OR 1 = 1 --"])('is searched for %s as it is written', async (sign) => {
    await append('p1', { subject: 'plain' });
    await append('p1', { subject: `with ${sign} in it` });
    expect(await numbers({ search: `with ${sign}` })).toEqual([2]);
    expect((await numbers({ search: sign })).includes(1)).toBe(false);
  });

  test('cannot be searched for what cannot be kept, and says so', async () => {
    await expect(listAudit(ada, { search: 'a\0b' })).rejects.toMatchObject({ name: 'ZodError' });
  });

  test('is narrowed by kinds of act and by days, both days included', async () => {
    for (const action of ['a', 'b', 'c']) await append('p1', { action });
    const day = async (seq: number, at: string) =>
      owner
        .update(tables.auditEntry)
        .set({ at: new Date(at) })
        .where(eq(tables.auditEntry.seq, seq));
    await day(1, '2026-10-01T00:00:00Z');
    await day(2, '2026-10-02T23:59:59Z');
    await day(3, '2026-10-03T00:00:00Z');
    expect(await numbers({ actions: ['a', 'c'] })).toEqual([3, 1]);
    expect(await numbers({ from: '2026-10-01', until: '2026-10-02' })).toEqual([2, 1]);
    expect(await numbers({ from: '2026-10-02', until: '2026-10-02' })).toEqual([2]);
    expect(await numbers({ from: '2026-10-04' })).toEqual([]);
  });

  test('is read page by page, newest first, each entry once', async () => {
    for (let at = 0; at < 120; at++) await append('p1');
    const seen: number[] = [];
    let before: number | undefined;
    for (let page = 0; page < 3; page++) {
      const { entries, next } = await listAudit(ada, { before });
      seen.push(...entries.map(({ seq }) => seq));
      before = next ?? undefined;
      expect(next === null).toBe(page === 2);
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, at) => 120 - at));
  });
});
