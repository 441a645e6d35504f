import { z } from 'zod';

/** A text people read, in both languages of the product. */
export const Words = z.object({ en: z.string().min(1), pt: z.string().min(1) });
export type Words = z.infer<typeof Words>;

export const Locale = z.enum(['en', 'pt-BR']);
export type Locale = z.infer<typeof Locale>;
