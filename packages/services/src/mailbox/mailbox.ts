import { randomUUID } from 'node:crypto';
import { type Db, tables } from '@ascent/db';
import { desc } from 'drizzle-orm';

export type CaughtMail = { sender: string; recipients: string; subject: string; text: string };
export type MailLine = CaughtMail & { id: string; receivedAt: string };

/** Keeps a mail that the local mailbox caught. */
export async function keepMail(db: Db, mail: CaughtMail): Promise<void> {
  await db.insert(tables.mailbox).values({ id: randomUUID(), ...mail });
}

export async function listMail(db: Db): Promise<MailLine[]> {
  const rows = await db.select().from(tables.mailbox).orderBy(desc(tables.mailbox.receivedAt)).limit(100);
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }));
}
