import { z } from 'zod';

/** Of things that are named otherwise than by a UUID. */
export const Id = z.object({ id: z.string().min(1).max(100) });
