import { z } from 'zod';
import { LEVELS } from './lists';

/** Scores are fixed-point: integers of tenths of a point, 0 to 1000 ("deci-points"). */
export const SCORE_MAX = 1000;

export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

/** Lowest deci-points of each level but the last; a score is banded as the number that is shown. */
export const LevelCuts = z
  .object({ high: z.int(), medium: z.int(), low: z.int() })
  .refine((c) => c.high > c.medium && c.medium > c.low && c.low > 0 && c.high < SCORE_MAX, {
    message: 'cuts must fall from high to low, within 1 and 999',
  });
export type LevelCuts = z.infer<typeof LevelCuts>;

export const DEFAULT_LEVEL_CUTS: LevelCuts = { high: 750, medium: 550, low: 300 };
