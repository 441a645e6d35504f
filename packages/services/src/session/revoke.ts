import { tables } from '@ascent/db';
import { and, eq, ne } from 'drizzle-orm';
import type { Platform } from '../context';
import { notFound } from '../errors';
import type { Identity } from './list';

const { session } = tables;

/** Ends one of one's own sessions: its next request is refused. */
export async function revokeSession(
  { auth }: Pick<Platform, 'auth'>,
  { userId }: Identity,
  id: string,
): Promise<void> {
  const ended = await auth
    .delete(session)
    .where(and(eq(session.id, id), eq(session.userId, userId)))
    .returning({ id: session.id });
  if (ended.length === 0) throw notFound('the session');
}

/** Ends all but this one. */
export async function revokeOtherSessions(
  { auth }: Pick<Platform, 'auth'>,
  { userId, sessionId }: Identity,
): Promise<{ ended: number }> {
  const ended = await auth
    .delete(session)
    .where(and(eq(session.userId, userId), ne(session.id, sessionId)))
    .returning({ id: session.id });
  return { ended: ended.length };
}
