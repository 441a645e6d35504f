import { tables, withTenant } from '@ascent/db';
import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context';

const SHOWN = 30;

export const NotificationKind = z.enum(['release', 'feedback']);
export type NotificationKind = z.infer<typeof NotificationKind>;

export type NotificationLine = {
  id: string;
  kind: NotificationKind;
  /** What the sentence of its kind needs. */
  detail: Record<string, string | number>;
  href: string;
  createdAt: string;
  isRead: boolean;
};

/** What happened for this person, newest first. */
export async function listNotifications({
  platform,
  actor,
}: Context): Promise<{ unread: number; lines: NotificationLine[] }> {
  const { notification } = tables;
  const mine = eq(notification.userId, actor.userId);
  const [rows, [unread]] = await withTenant(platform.app, actor.partnerId, async (tx) => [
    await tx.select().from(notification).where(mine).orderBy(desc(notification.createdAt)).limit(SHOWN),
    await tx
      .select({ n: count() })
      .from(notification)
      .where(and(mine, isNull(notification.readAt))),
  ]);
  return {
    unread: unread?.n ?? 0,
    lines: rows.flatMap((row) => {
      const kind = NotificationKind.safeParse(row.kind);
      if (!kind.success) return [];
      return {
        ...{ id: row.id, kind: kind.data, detail: row.detail, href: row.href },
        createdAt: row.createdAt.toISOString(),
        isRead: row.readAt !== null,
      };
    }),
  };
}

export async function readNotifications({ platform, actor }: Context): Promise<void> {
  const { notification } = tables;
  await withTenant(platform.app, actor.partnerId, (tx) =>
    tx
      .update(notification)
      .set({ readAt: new Date() })
      .where(and(eq(notification.userId, actor.userId), isNull(notification.readAt))),
  );
}
