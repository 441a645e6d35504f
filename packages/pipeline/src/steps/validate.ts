import { ReleaseValidation } from '@ascent/schemas';
import { z } from 'zod';
import { type Month, stepDetail } from '../month';
import { futureDated } from '../validation/future-dated';
import { validateRelease } from '../validation/validate';
import { TrainDetail } from './train';

const FutureDated = z.object({ feed: z.string(), column: z.string(), rows: z.int() });
const Leakage = TrainDetail.shape.leakage;

/** What was found out about the candidate beside its rows. */
export const ValidateDetail = z.object({
  validation: ReleaseValidation,
  futureDated: z.array(FutureDated),
  leakage: Leakage,
});
export type ValidateDetail = z.infer<typeof ValidateDetail>;

/** Holds what earlier releases said against what happened since, and this one against the one before. */
export async function validate(month: Month): Promise<ValidateDetail> {
  const { concepts, leakage } = TrainDetail.parse(await stepDetail(month, 'train'));
  return {
    validation: await validateRelease(month, concepts),
    futureDated: await futureDated(month),
    leakage,
  };
}
