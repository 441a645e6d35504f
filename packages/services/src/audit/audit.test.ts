import { tables, withTenant } from '@ascent/db';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import { freshPlatform } from '../testing';
import { type AuditEvent, appendAudit } from './append';
import { auditHash } from './entry';
import { verifyAudit } from './verify';

const { platform, owner, drop } = await freshPlatform({
  postgresUrl: inject('postgresUrl'),
  warehouse: inject('warehouse'),
});
afterAll(drop);
afterEach(() => owner.delete(tables.auditEntry));

const { auditEntry } = tables;
const at = (partnerId: string, seq: number) =>
  and(eq(auditEntry.partnerId, partnerId), eq(auditEntry.seq, seq));
const event = (partnerId: string, change: Partial<AuditEvent> = {}): AuditEvent => ({
  partnerId,
  actor: 'ada',
  action: 'report.export',
  subject: 'azure',
  detail: { rows: 12, columns: ['a', 'b'] },
  ...change,
});
const append = (partnerId: string, change?: Partial<AuditEvent>) =>
  withTenant(platform.app, partnerId, (tx) => appendAudit(tx, event(partnerId, change)));
async function chain(partnerId: string, entries: number) {
  for (let n = 0; n < entries; n++) await append(partnerId, { subject: `act ${n + 1}` });
}
const verdict = () => verifyAudit(platform.host);

describe('a chain that nobody touched', () => {
  test('is whole, one chain an organisation, each counted from one', async () => {
    await chain('p1', 3);
    await chain('p2', 2);
    await platform.host.transaction((tx) => appendAudit(tx, event('host')));
    expect(await verdict()).toEqual({ entries: 6, chains: 3, broken: [] });
    const rows = await owner.select().from(auditEntry).where(eq(auditEntry.partnerId, 'p1'));
    expect(rows.map((row) => row.seq).sort()).toEqual([1, 2, 3]);
    expect(rows.find((row) => row.seq === 1)!.previousHash).toBe('');
  });

  test('is empty before the first act', async () => {
    expect(await verdict()).toEqual({ entries: 0, chains: 0, broken: [] });
  });

  test.each<[string, Record<string, unknown> | undefined]>([
    ['no detail', undefined],
    ['keys in any order', { z: 1, a: { y: 2, b: [3, { d: 4, c: 5 }] } }],
    ['what JSON has no word for', { missing: undefined, list: [undefined], when: new Date(0), zero: -0 }],
    ['numbers of every size', { small: 1e-7, large: 1e21, half: 0.1, whole: 2 ** 53 }],
    ['texts of every script', { text: 'ação 東京 😀 " \\ \n', '': 'no key' }],
  ])('is whole with %s', async (_what, detail) => {
    await append('p1', { detail });
    await append('p1', { subject: 'ação " \n 😀', detail });
    expect((await verdict()).broken).toEqual([]);
  });

  test('loses no act and leaves no gap when many happen at once', async () => {
    const acts = Array.from({ length: 30 }, (_, n) => append(n % 3 === 0 ? 'p2' : 'p1', { subject: `${n}` }));
    await Promise.all(acts);
    expect(await verdict()).toEqual({ entries: 30, chains: 2, broken: [] });
  });

  test('has no entry of an act that was undone', async () => {
    await chain('p1', 1);
    const undone = withTenant(platform.app, 'p1', async (tx) => {
      await appendAudit(tx, event('p1'));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await chain('p1', 1);
    expect(await verdict()).toEqual({ entries: 2, chains: 1, broken: [] });
  });
});

describe('tampering is found, and where', () => {
  /** The same names and values, as a list. */
  const LIST = [
    ['columns', ['a', 'b']],
    ['rows', 12],
  ] as unknown as Record<string, unknown>;
  type Change = Partial<typeof auditEntry.$inferInsert>;
  const changes: [string, Change][] = [
    ['actor', { actor: 'eve' }],
    ['action', { action: 'report.list' }],
    ['subject', { subject: 'm365' }],
    ['time', { at: new Date(0) }],
    ['detail', { detail: { rows: 13, columns: ['a', 'b'] } }],
    ['order of a list', { detail: { rows: 12, columns: ['b', 'a'] } }],
    ['kind of a value', { detail: { rows: '12', columns: ['a', 'b'] } }],
    ['shape of the detail', { detail: LIST }],
  ];
  test.each(changes)('another %s', async (_what, change) => {
    await chain('p1', 1);
    await append('p1');
    await chain('p1', 1);
    await owner.update(auditEntry).set(change).where(at('p1', 2));
    expect((await verdict()).broken).toEqual([{ partnerId: 'p1', seq: 2, why: 'its content was changed' }]);
  });

  test('an entry rewritten with a hash of its own', async () => {
    await chain('p1', 3);
    const [row] = await owner.select().from(auditEntry).where(at('p1', 2));
    const forged = { ...row!, actor: 'eve' };
    const hash = auditHash({ ...forged, at: forged.at.toISOString() });
    await owner.update(auditEntry).set({ actor: 'eve', hash }).where(at('p1', 2));
    expect((await verdict()).broken).toEqual([
      { partnerId: 'p1', seq: 3, why: 'it does not follow the entry before it' },
    ]);
  });

  test('an entry taken out', async () => {
    await chain('p1', 4);
    await chain('p2', 2);
    await owner.delete(auditEntry).where(at('p1', 2));
    expect((await verdict()).broken).toEqual([
      { partnerId: 'p1', seq: 3, why: 'an entry before it is missing' },
      { partnerId: 'p1', seq: 3, why: 'it does not follow the entry before it' },
    ]);
  });

  test('the first entries taken out and the rest renumbered', async () => {
    await chain('p1', 3);
    await owner.delete(auditEntry).where(at('p1', 1));
    await owner.update(auditEntry).set({ seq: sql`${auditEntry.seq} - 1` });
    const { broken } = await verdict();
    expect(broken.map(({ seq }) => seq)).toContain(1);
  });

  test('an entry moved to another organisation', async () => {
    await chain('p1', 2);
    await owner.update(auditEntry).set({ partnerId: 'p2', seq: 1 }).where(at('p1', 2));
    const { broken } = await verdict();
    expect(broken.filter(({ partnerId }) => partnerId === 'p2')).not.toEqual([]);
  });
});

test('no role of the product may change or delete an entry, nor read another organisation’s', async () => {
  await chain('p1', 1);
  for (const db of [platform.app, platform.host]) {
    const change = db.transaction((tx) => tx.update(auditEntry).set({ actor: 'eve' }));
    await expect(change).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/permission denied/) },
    });
    await expect(db.transaction((tx) => tx.delete(auditEntry))).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/permission denied/) },
    });
  }
  expect(await withTenant(platform.app, 'p2', (tx) => tx.select().from(auditEntry))).toEqual([]);
  const foreign = withTenant(platform.app, 'p2', (tx) => appendAudit(tx, event('p1')));
  await expect(foreign).rejects.toMatchObject({
    cause: { message: expect.stringMatching(/row-level security/) },
  });
  expect(await verdict()).toEqual({ entries: 1, chains: 1, broken: [] });
});
