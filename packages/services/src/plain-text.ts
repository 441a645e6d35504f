import { z } from 'zod';

/** NUL, which PostgreSQL has no word for, and half of a pair of surrogates, which its JSON has none for. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** What people write: trimmed, and without what cannot be stored. */
export const PlainText = z.string().trim().refine(isStorable, 'a character in it cannot be stored');
