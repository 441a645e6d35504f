import { randomUUID } from 'node:crypto';
import { type Tx, tables, withTenant } from '@ascent/db';
import { receivedMail } from '@ascent/email';
import { and, count, eq, gt, sql } from 'drizzle-orm';
import { appendAudit } from '../audit/append';
import type { Context, Platform } from '../context';
import { ServiceError } from '../errors';
import { queueMail } from '../mail/queue';
import { NewTicket, PUBLIC_DESK, PublicTicket } from './schemas';

const PUBLIC_AN_HOUR_MAX = 5;

/** A request of somebody signed in; only they and the host see it. */
export async function openTicket(
  { platform, actor }: Context,
  input: NewTicket,
): Promise<{ id: string; number: number }> {
  const ticket = NewTicket.parse(input);
  const { partnerId, userId, email, name } = actor;
  const opened = await withTenant(platform.app, partnerId, (tx) =>
    insert(tx, { ...ticket, partnerId, userId, email, name }),
  );
  await queueMail(platform.queue, {
    to: email,
    ...receivedMail({ name, number: opened.number, summary: ticket.summary }),
  });
  return opened;
}

/** A request from outside: kept at the public desk, a few an hour for one address. */
export async function openPublicTicket(platform: Platform, input: PublicTicket): Promise<{ number: number }> {
  const { name, email, summary, details } = PublicTicket.parse(input);
  const fields = { name, email: email.toLowerCase(), summary, details, partnerId: PUBLIC_DESK, userId: null };
  const { number } = await withTenant(platform.app, PUBLIC_DESK, async (tx) => {
    const { ticket } = tables;
    // One request of an address at a time: those that come at once would all count the same.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`desk:${fields.email}`}, 0))`);
    const recent = and(
      eq(ticket.email, fields.email),
      gt(ticket.createdAt, new Date(Date.now() - 3_600_000)),
    );
    const [found] = await tx.select({ n: count() }).from(ticket).where(recent);
    if (found!.n >= PUBLIC_AN_HOUR_MAX)
      throw new ServiceError(
        'too-many',
        'this address has asked several times already; we will answer by e-mail',
      );
    return insert(tx, { ...fields, topic: 'sign-in', problemType: 'cannot-sign-in', severity: 'moderate' });
  });
  await queueMail(platform.queue, { to: fields.email, ...receivedMail({ name, number, summary }) });
  return { number };
}

type Fields = Omit<typeof tables.ticket.$inferInsert, 'id' | 'status'>;

async function insert(tx: Tx, fields: Fields): Promise<{ id: string; number: number }> {
  const id = randomUUID();
  const [row] = await tx
    .insert(tables.ticket)
    .values({ ...fields, id, status: 'open' })
    .returning();
  await appendAudit(tx, {
    partnerId: fields.partnerId,
    actor: fields.userId ?? 'public',
    action: 'ticket.open',
    subject: id,
  });
  return { id, number: row!.number };
}
