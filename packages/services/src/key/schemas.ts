import { z } from 'zod';
import { PlainText } from '../plain-text';

/** What a key may be used for, never more than its maker may at that moment. */
export const KeyScope = z.enum(['accounts:read', 'reports:read', 'audiences:read']);
export type KeyScope = z.infer<typeof KeyScope>;

export const NewKey = z.object({
  name: PlainText.min(1).max(80),
  scopes: z.array(KeyScope).min(1),
  /** The last day it works; null = until it is revoked. */
  expiresAt: z.iso.date().nullable().default(null),
});
export type NewKey = z.infer<typeof NewKey>;

export type KeyLine = {
  id: string;
  name: string;
  prefix: string;
  scopes: KeyScope[];
  madeBy: string;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  state: 'open' | 'expired' | 'revoked';
};
