import { createHash, randomUUID } from 'node:crypto';
import { type Db, type Tx, tables } from '@ascent/db';
import { and, desc, gt, inArray, sql } from 'drizzle-orm';

const TRIES_MAX = 10;
export const TRIES_WINDOW_SECONDS = 15 * 60;
const { rateLimit } = tables;

/**
 * Takes one of the ten tries that each key has in any quarter of an hour; nothing is taken if one of them has none left.
 * Kept in the database, so that it holds over all processes. Gives the seconds to wait, or null for go on.
 */
export async function takeTry(db: Db, keys: string[]): Promise<number | null> {
  const names = keys.map(slotName).sort();
  return db.transaction(async (tx) => {
    for (const name of names)
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`try:${name}`}, 0))`);
    const now = Date.now();
    const taken = new Map(
      await Promise.all(names.map(async (name) => [name, await slotsTaken(tx, name, now)] as const)),
    );
    const full = [...taken.values()].filter((slots) => slots.size >= TRIES_MAX);
    if (full.length > 0) {
      const free = Math.max(...full.map((slots) => Math.min(...slots.values())));
      return Math.ceil((free + TRIES_WINDOW_SECONDS * 1000 - now) / 1000);
    }
    for (const [name, slots] of taken) {
      const key = slotsOf(name).find((slot) => !slots.has(slot))!;
      await tx
        .insert(rateLimit)
        .values({ id: randomUUID(), key, count: 1, lastRequest: now })
        .onConflictDoUpdate({ target: rateLimit.key, set: { lastRequest: now } });
    }
    return null;
  });
}

/** A try that succeeded does not count: people who share an address would lock each other out by signing in. */
export async function giveTryBack(db: Db, keys: string[]): Promise<void> {
  for (const key of keys) {
    const latest = db
      .select({ key: rateLimit.key })
      .from(rateLimit)
      .where(inArray(rateLimit.key, slotsOf(slotName(key))))
      .orderBy(desc(rateLimit.lastRequest))
      .limit(1);
    await db.delete(rateLimit).where(inArray(rateLimit.key, latest));
  }
}

/** The tries of the last quarter of an hour: slot to time. */
async function slotsTaken(tx: Tx, name: string, now: number): Promise<Map<string, number>> {
  const rows = await tx
    .select({ key: rateLimit.key, at: rateLimit.lastRequest })
    .from(rateLimit)
    .where(
      and(
        inArray(rateLimit.key, slotsOf(name)),
        gt(rateLimit.lastRequest, now - TRIES_WINDOW_SECONDS * 1000),
      ),
    );
  return new Map(rows.map((row) => [row.key, row.at]));
}

function slotsOf(name: string): string[] {
  return Array.from({ length: TRIES_MAX }, (_, slot) => `${name}#${slot}`);
}

/** Hashed: the table is no list of addresses that somebody typed. */
function slotName(key: string): string {
  return `try:${createHash('sha256').update(key).digest('base64url')}`;
}
