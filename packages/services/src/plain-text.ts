import { z } from 'zod';

/** What people write: trimmed, and without the one character that PostgreSQL cannot keep. */
export const PlainText = z
  .string()
  .trim()
  .refine((text) => !text.includes('\0'), 'a character in it cannot be stored');
