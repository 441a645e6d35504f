import type { Month } from './month';
import { check } from './steps/check';
import { cohorts } from './steps/cohorts';
import { features } from './steps/features';
import { publish } from './steps/publish';
import { rows } from './steps/publish-rows';
import { renewals } from './steps/renewals';
import { score } from './steps/score';
import { train } from './steps/train';
import { validate } from './steps/validate';

/** A stage of the month: replaces its own partition, so that it can run again after a crash. */
export type Step = { name: string; run: (month: Month) => Promise<Record<string, unknown>> };

/** The month, in order. What `ingest` brought is fixed as the release's inputs before the first step. */
export const CYCLE: readonly Step[] = [
  { name: 'features', run: features },
  { name: 'train', run: train },
  { name: 'score', run: score },
  { name: 'renewals', run: renewals },
  { name: 'cohorts', run: cohorts },
  { name: 'rows', run: rows },
  { name: 'validate', run: validate },
  { name: 'check', run: check },
  { name: 'publish', run: publish },
];
