import { randomUUID } from 'node:crypto';
import { type Db, tables, withTenant } from '@ascent/db';
import type { NotificationKind } from './list';

export type Telling = {
  kind: NotificationKind;
  detail: Record<string, string | number>;
  href: string;
  /** Two tellings of the same cause are one. */
  cause: string;
};

/** Tells people of one organisation; returns those who had not been told yet. */
export async function tell(
  app: Db,
  partnerId: string,
  userIds: readonly string[],
  { kind, detail, href, cause }: Telling,
): Promise<string[]> {
  if (userIds.length === 0) return [];
  const rows = userIds.map((userId) => ({ id: randomUUID(), partnerId, userId, kind, detail, href, cause }));
  const told = await withTenant(app, partnerId, (tx) =>
    tx
      .insert(tables.notification)
      .values(rows)
      .onConflictDoNothing()
      .returning({ userId: tables.notification.userId }),
  );
  return told.map(({ userId }) => userId);
}
