import { addMonths, type Period } from '@ascent/schemas';

const RELEASE_DAY = 25;

/** The period whose release day was the last to come. */
export function latestPeriod(now: Date): Period {
  const month = now.toISOString().slice(0, 7);
  return now.getUTCDate() >= RELEASE_DAY ? month : addMonths(month, -1);
}
