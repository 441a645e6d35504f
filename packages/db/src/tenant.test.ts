import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { connectDatabase } from './connect';
import { location, partner, ticket, ticketNote } from './schema';
import { withTenant } from './tenant';
import { freshDatabase, refusalCode } from './testing';

const database = await freshDatabase(inject('postgresUrl'));
afterAll(database.drop);
const app = database.as('app').db;
const host = database.as('host').db;
const DENIED = '42501';

const ticketOf = (partnerId: string, id = randomUUID()) => ({
  id,
  partnerId,
  email: 'a@b.example',
  name: 'A',
  topic: 't',
  problemType: 'p',
  summary: 's',
  details: 'd',
  severity: 'low',
  status: 'open',
});

describe('a tenant', () => {
  test('without a name sees nothing and writes nothing', async () => {
    await host.insert(partner).values({ partnerId: 'N1', name: 'N1' }).onConflictDoNothing();
    expect(await app.select().from(partner)).toEqual([]);
    expect(await refusalCode(app.insert(partner).values({ partnerId: 'N2', name: 'N2' }))).toBe(DENIED);
    expect(await refusalCode(app.insert(partner).values({ partnerId: '', name: '' }))).toBe(DENIED);
  });

  test('cannot read, change, take or give away a row of another', async () => {
    const [mine, theirs] = [ticketOf('T1'), ticketOf('T2')];
    await host.insert(ticket).values([mine, theirs]);
    await withTenant(app, 'T1', async (tx) => {
      expect((await tx.select().from(ticket)).map(({ id }) => id)).toEqual([mine.id]);
      expect((await tx.update(ticket).set({ status: 'x' }).returning()).map(({ id }) => id)).toEqual([
        mine.id,
      ]);
      await tx.delete(ticket).where(sql`id = ${theirs.id}`);
    });
    const give = withTenant(app, 'T1', (tx) => tx.update(ticket).set({ partnerId: 'T2' }));
    expect(await refusalCode(give)).toBe(DENIED);
    const plant = withTenant(app, 'T1', (tx) => tx.insert(ticket).values(ticketOf('T2')));
    expect(await refusalCode(plant)).toBe(DENIED);
    expect(await host.select().from(ticket).where(sql`id = ${theirs.id}`)).toMatchObject([
      { status: 'open' },
    ]);
  });

  test('cannot put a note on a ticket of another', async () => {
    const theirs = ticketOf('T3');
    await host.insert(ticket).values(theirs);
    const note = (partnerId: string) => ({
      id: randomUUID(),
      partnerId,
      ticketId: theirs.id,
      author: 'x',
      byHost: 0,
      body: 'b',
    });
    const plant = withTenant(app, 'T4', (tx) => tx.insert(ticketNote).values(note('T4')));
    expect(await refusalCode(plant)).toBe('23503');
    await withTenant(app, 'T3', (tx) => tx.insert(ticketNote).values(note('T3')));
    await withTenant(app, 'T3', (tx) => tx.delete(ticket).where(sql`id = ${theirs.id}`));
    expect(await host.select().from(ticketNote)).toEqual([]);
  });

  test('ends with its transaction, committed or not, on the same connection', async () => {
    const single = connectDatabase({ url: database.urls.app, max: 1 });
    const setting = async () =>
      (await single.db.execute(sql`SELECT current_setting('ascent.partner', true) AS s`)).rows;
    await withTenant(single.db, 'E1', async (tx) => {
      const { rows } = await tx.execute(sql`SELECT current_setting('ascent.partner') AS s`);
      expect(rows).toEqual([{ s: 'E1' }]);
    });
    expect(await setting()).toEqual([{ s: '' }]);
    const failed = withTenant(single.db, 'E1', async () => {
      throw new Error('abort');
    });
    await expect(failed).rejects.toThrow('abort');
    expect(await setting()).toEqual([{ s: '' }]);
    expect(await single.db.select().from(partner)).toEqual([]);
    await single.close();
  });

  test('is named by a value, never by SQL', async () => {
    const odd = "x', true); SET ROLE ascent_host; --";
    await withTenant(app, odd, (tx) => tx.insert(partner).values({ partnerId: odd, name: 'odd' }));
    const seen = await withTenant(app, odd, (tx) => tx.select().from(partner));
    expect(seen).toMatchObject([{ partnerId: odd }]);
  });
});

test('1,000 interleaved transactions of three tenants over five connections leak nothing', async () => {
  const TIMES = 1000;
  const few = connectDatabase({ url: database.urls.app, max: 5 });
  const tenants = ['I1', 'I2', 'I3'];
  let [seen, aborted] = [0, 0];
  const work = async (index: number) => {
    const me = tenants[index % tenants.length]!;
    const aborts = index % 5 === 0;
    const done = withTenant(few.db, me, async (tx) => {
      const locationId = `L${index}`;
      await tx.insert(location).values({ partnerId: me, locationId, name: me });
      if (index % 4 === 0) await tx.execute(sql`SELECT pg_sleep(0.002)`);
      // Counted in the store, so that a thousand rows need not travel a thousand times.
      const { rows } = await tx.execute(sql`
        SELECT count(*) FILTER (WHERE partner_id <> ${me})::int AS foreign,
          count(*) FILTER (WHERE location_id = ${locationId})::int AS own FROM ${location}`);
      expect(rows).toEqual([{ foreign: 0, own: 1 }]);
      if (index % 7 === 0) await tx.execute(sql`SELECT 1 / 0`);
      if (aborts) throw new Error('abort');
      seen += 1;
    });
    await done.catch(async (cause: Error) => {
      const divided = (await refusalCode(Promise.reject(cause))) === '22012';
      if (!divided && !(aborts && cause.message === 'abort')) throw cause;
      aborted += 1;
    });
    // The same connections without a tenant: what the last one set is gone, committed or not.
    if (index % 3 === 0) expect(await few.db.select().from(location)).toEqual([]);
  };
  await Promise.all(Array.from({ length: TIMES }, (_, index) => work(index)));
  expect(seen + aborted).toBe(TIMES);
  // Every fifth and every seventh.
  expect(aborted).toBe(314);
  const kept = await host.select().from(location);
  expect(kept).toHaveLength(seen);
  expect(kept.filter(({ partnerId, name }) => partnerId !== name)).toEqual([]);
  await few.close();
});
