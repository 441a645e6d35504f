import { createHash, randomBytes } from 'node:crypto';
import type { tables } from '@ascent/db';
import type { InviteState } from './schemas';

export const INVITE_HOURS = 72;

/** The token goes into the mail and nowhere else; the table knows it by its hash. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

type Dates = Pick<typeof tables.invite.$inferSelect, 'acceptedAt' | 'revokedAt' | 'expiresAt'>;

export function stateOf(invite: Dates, now = new Date()): InviteState {
  if (invite.acceptedAt) return 'used';
  if (invite.revokedAt) return 'revoked';
  return invite.expiresAt <= now ? 'expired' : 'open';
}
