import type { LevelCuts } from '@ascent/schemas';

/** A copy, held equal by its test: importing the value would bring the catalogue and its parser to the browser. */
export const DEFAULT_CUTS: LevelCuts = { high: 750, medium: 550, low: 300 };
