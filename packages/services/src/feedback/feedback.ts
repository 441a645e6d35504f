import { randomUUID } from 'node:crypto';
import { tables, withTenant } from '@ascent/db';
import { feedbackMail } from '@ascent/email';
import { gridColumns } from '@ascent/schemas';
import { asc, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireHost } from '../access/actor';
import { readerOf } from '../access/reader';
import { appendAudit } from '../audit/append';
import type { Context } from '../context';
import { notFound, ServiceError } from '../errors';
import { queueMail } from '../mail/queue';
import { requireAccount, requireShownAccount } from '../note/notes';
import { tell } from '../notification/tell';
import { PlainText } from '../plain-text';
import { Preferences } from '../preference/preferences';
import { requireRelease } from '../release/shown';

export const NewFeedback = z.object({
  accountId: z.string().min(1).max(100),
  /** A column of the dictionary. */
  subject: z.string().min(1).max(120),
  claimedValue: PlainText.min(1).max(500),
  comment: PlainText.max(2000).default(''),
});
export type NewFeedback = z.infer<typeof NewFeedback>;
export const FeedbackDecision = z.object({
  id: z.uuid(),
  accept: z.boolean(),
  answer: PlainText.min(1).max(2000),
});
export type FeedbackDecision = z.infer<typeof FeedbackDecision>;

export type FeedbackLine = {
  id: string;
  accountId: string;
  accountName: string;
  partnerId: string;
  /** For the host, who sees several; the id of one that is gone. */
  partnerName: string;
  author: string;
  subject: string;
  shownValue: string;
  claimedValue: string;
  comment: string;
  status: 'open' | 'accepted' | 'declined';
  answer: string | null;
  createdAt: string;
  decidedAt: string | null;
};

/** "This is wrong": what is shown is read here, so that both values stand as they were. */
export async function giveFeedback(
  context: Context,
  input: z.input<typeof NewFeedback>,
): Promise<{ id: string }> {
  const { accountId, subject, claimedValue, comment } = NewFeedback.parse(input);
  const { name, releaseId } = await requireAccount(context, accountId);
  const { platform, actor } = context;
  const { catalogue } = await requireRelease(platform.app);
  const column = gridColumns(catalogue, actor.seesSensitive).find((each) => each.id === subject);
  if (!column || column.group === 'agreement')
    throw new ServiceError('invalid', `columns: there is no ${subject}`);
  const where = [{ column: 'account_id', op: '=' as const, value: accountId }];
  const [row] = await readerOf(context).rows({ releaseId, columns: [subject], where, limit: 1 });
  const id = randomUUID();
  await withTenant(platform.app, actor.partnerId, async (tx) => {
    await tx.insert(tables.feedback).values({
      ...{
        id,
        partnerId: actor.partnerId,
        accountId,
        accountName: name,
        releaseId,
        subject,
        claimedValue,
        comment,
      },
      ...{
        userId: actor.userId,
        author: actor.name,
        shownValue: String(row?.[subject] ?? ''),
        status: 'open',
      },
    });
    await appendAudit(tx, {
      partnerId: actor.partnerId,
      actor: actor.userId,
      action: 'feedback.give',
      subject: accountId,
      // Not the value: who reads the log may not see the column.
      detail: { column: subject },
    });
  });
  return { id };
}

/** What the organisation called wrong about an account, as far as the reader may see those columns. */
export async function listFeedback(context: Context, accountId: string): Promise<FeedbackLine[]> {
  await requireShownAccount(context, accountId);
  if (context.actor.via) return [];
  const { platform, actor } = context;
  const { catalogue } = await requireRelease(platform.app);
  const open = new Set(gridColumns(catalogue, actor.seesSensitive).map((column) => column.id));
  const rows = await withTenant(platform.app, actor.partnerId, (tx) =>
    tx
      .select()
      .from(tables.feedback)
      .where(eq(tables.feedback.accountId, accountId))
      .orderBy(desc(tables.feedback.createdAt)),
  );
  return rows.filter((row) => open.has(row.subject)).map((row) => toLine(row, actor.partnerName));
}

/** All partners' open ones first, for the host's staff. */
export async function feedbackQueue(context: Context): Promise<FeedbackLine[]> {
  requireHost(context.actor);
  const { feedback, partner } = tables;
  const rows = await context.platform.host
    .select({ line: feedback, partnerName: partner.name })
    .from(feedback)
    .leftJoin(partner, eq(partner.partnerId, feedback.partnerId))
    .orderBy(asc(sql`${feedback.status} <> 'open'`), desc(feedback.createdAt))
    .limit(500);
  return rows.map(({ line, partnerName }) => toLine(line, partnerName ?? line.partnerId));
}

export async function decideFeedback(
  context: Context,
  input: FeedbackDecision,
  portalAddress: string,
): Promise<void> {
  requireHost(context.actor);
  const { id, accept, answer } = FeedbackDecision.parse(input);
  const { platform, actor } = context;
  const { feedback } = tables;
  const decided = {
    status: accept ? 'accepted' : 'declined',
    answer,
    decidedBy: actor.name,
    decidedAt: new Date(),
  };
  const [row] = await platform.host.transaction(async (tx) => {
    const changed = await tx.update(feedback).set(decided).where(eq(feedback.id, id)).returning();
    if (!changed[0]) throw notFound('the feedback');
    await appendAudit(tx, {
      partnerId: 'host',
      actor: actor.userId,
      action: 'feedback.decide',
      subject: id,
      detail: { accept, answer, shown: changed[0].shownValue, claimed: changed[0].claimedValue },
    });
    return changed;
  });
  const href = `/accounts/${row!.accountId}`;
  const cause = `feedback ${id} ${decided.decidedAt.toISOString()}`;
  await tell(platform.app, row!.partnerId, [row!.userId], {
    ...{ kind: 'feedback' as const, href, cause },
    detail: { account: row!.accountName, accepted: accept ? 1 : 0 },
  });
  const [author] = await platform.auth.select().from(tables.user).where(eq(tables.user.id, row!.userId));
  if (!author || !(await wantsMail(context, row!.partnerId, row!.userId))) return;
  const url = new URL(href, portalAddress).href;
  const said = { name: author.name, account: row!.accountName, accepted: accept, answer, url };
  await queueMail(platform.queue, { to: author.email, ...feedbackMail(said) });
}

async function wantsMail({ platform }: Context, partnerId: string, userId: string): Promise<boolean> {
  const [found] = await withTenant(platform.app, partnerId, (tx) =>
    tx.select().from(tables.preference).where(eq(tables.preference.userId, userId)),
  );
  return Preferences.safeParse(found?.document ?? {}).data?.mail.feedback ?? true;
}

function toLine(row: typeof tables.feedback.$inferSelect, partnerName: string): FeedbackLine {
  const {
    id,
    accountId,
    accountName,
    partnerId,
    author,
    subject,
    shownValue,
    claimedValue,
    comment,
    answer,
  } = row;
  return {
    ...{ id, accountId, accountName, partnerId, author, subject, shownValue, claimedValue, comment, answer },
    partnerName,
    status: z.enum(['open', 'accepted', 'declined']).parse(row.status),
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}
