import { randomUUID } from 'node:crypto';
import { tables, withTenant } from '@ascent/db';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { readerOf } from '../access/reader';
import { openAccount } from '../account/read-account';
import type { Context } from '../context';
import { notFound } from '../errors';
import { PlainText } from '../plain-text';
import { requireRelease } from '../release/shown';

export const NewAccountNote = z.object({
  accountId: z.string().min(1).max(100),
  body: PlainText.min(1).max(4000),
});
export type NewAccountNote = z.infer<typeof NewAccountNote>;
export type AccountNote = { id: string; author: string; body: string; createdAt: string; own: boolean };

/** An account's notes are the organisation's, for those who see the account. */
export async function listNotes(context: Context, accountId: string): Promise<AccountNote[]> {
  await requireShownAccount(context, accountId);
  // What a reseller's people write to each other is not for the distributor that looks at its rows.
  if (context.actor.via) return [];
  const { platform, actor } = context;
  const { accountNote } = tables;
  const rows = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx
      .select()
      .from(accountNote)
      .where(and(eq(accountNote.accountId, accountId), isNull(accountNote.removedAt)))
      .orderBy(desc(accountNote.createdAt))
      .limit(200),
  );
  return rows.map(({ id, author, body, createdAt, userId }) => ({
    ...{ id, author, body, own: userId === actor.userId },
    createdAt: createdAt.toISOString(),
  }));
}

export async function addAccountNote(context: Context, input: NewAccountNote): Promise<{ id: string }> {
  const { accountId, body } = NewAccountNote.parse(input);
  await requireAccount(context, accountId);
  const { platform, actor } = context;
  const id = randomUUID();
  await withTenant(platform.app, actor.partnerId, (tx) =>
    tx.insert(tables.accountNote).values({
      ...{ id, partnerId: actor.partnerId, accountId, body },
      ...{ userId: actor.userId, author: actor.name },
    }),
  );
  return { id };
}

/** Its author's alone to remove, or to bring back. */
export async function setNoteRemoved(context: Context, id: string, removed: boolean): Promise<void> {
  const { platform, actor } = context;
  const { accountNote } = tables;
  const changed = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx
      .update(accountNote)
      .set({ removedAt: removed ? new Date() : null })
      .where(and(eq(accountNote.id, id), eq(accountNote.userId, actor.userId)))
      .returning({ id: accountNote.id }),
  );
  if (changed.length === 0) throw notFound('the note');
}

/** The same for what stands on its page: where that has read the account, the reader sees it. */
export async function requireShownAccount(context: Context, accountId: string): Promise<void> {
  const { id } = await requireRelease(context.platform.app);
  await (openAccount(context, id, accountId) ?? requireAccount(context, accountId));
}

/** Where the reader does not see the account in the current release, it is not there. */
export async function requireAccount(
  context: Context,
  accountId: string,
): Promise<{ name: string; releaseId: string }> {
  const release = await requireRelease(context.platform.app);
  const rows = await readerOf(context).accountRows({
    accountId,
    releases: [release.id],
    columns: ['AccountName'],
  });
  const row = rows.get(release.id);
  if (!row) throw notFound('the account');
  return { name: String(row.AccountName), releaseId: release.id };
}
