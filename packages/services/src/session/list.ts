import { tables } from '@ascent/db';
import { and, desc, eq, gt } from 'drizzle-orm';
import type { Platform } from '../context';
import { deviceOf } from './device';

export type Identity = { userId: string; name: string; email: string; sessionId: string };

export type SessionLine = {
  id: string;
  browser: string | null;
  system: string | null;
  address: string | null;
  signedInAt: string;
  lastSeenAt: string;
  isThis: boolean;
};

/** Where one is signed in, this place first. The token of a session never leaves its cookie. */
export async function listSessions(
  { auth }: Pick<Platform, 'auth'>,
  { userId, sessionId }: Identity,
): Promise<SessionLine[]> {
  const { session } = tables;
  const rows = await auth
    .select()
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, new Date())))
    .orderBy(desc(session.updatedAt));
  return rows
    .map((row) => ({
      id: row.id,
      ...deviceOf(row.userAgent),
      address: row.ipAddress || null,
      signedInAt: row.createdAt.toISOString(),
      lastSeenAt: row.updatedAt.toISOString(),
      isThis: row.id === sessionId,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
}
