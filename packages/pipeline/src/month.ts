import type { Db } from '@ascent/db';
import {
  addMonths,
  type Catalogue,
  cutOffDate,
  dateOfDay,
  dayNumber,
  type FeedName,
  fitPeriod,
  type Period,
} from '@ascent/schemas';
import { type Inputs, type ReleaseManifest, releaseManifest, stepState } from '@ascent/services';
import { latestRows, type Warehouse } from '@ascent/warehouse';

/** What every step is given: one release candidate of one period. */
export type Month = {
  period: Period;
  releaseId: string;
  /** The published release before it, to compare with; null for the first. */
  previousId: string | null;
  /** Of all that features and models follow from. */
  dataHash: string;
  /** A release of the same period from the same inputs, whose features and models can be taken over; null = none. */
  siblingId: string | null;
  /** Of the code and the catalogue: the same loads and the same recipe give every account the same facts. */
  recipe: string;
  /** A published release of the same period from other loads, whose facts hold for accounts that did not change; null = none. */
  baseId: string | null;
  /** Models that staff chose to serve, by `product kind`. */
  pins: Readonly<Record<string, string>>;
  catalogue: Catalogue;
  catalogueHash: string;
  /** Fixed when the cycle starts. */
  inputs: Inputs;
  seed: number;
  warehouse: Warehouse;
  db: Db;
};

/** Best customers are looked at from two days: half a year apart, what suits whom shows through the season. */
const EARLIER_DAYS = 183;

/** The days as of which features are needed. */
/** `fitTraining` and `intentTraining`: oldest first. */
export type AsOf = { score: string; fit: string; fitTraining: string[]; intentTraining: string[] };

export function asOfDays(month: Pick<Month, 'period' | 'catalogue'>): AsOf {
  const { catalogue, period } = month;
  const score = cutOffDate(period, catalogue.cutOffDay);
  const fit = cutOffDate(fitPeriod(period), catalogue.cutOffDay);
  const labelDays = Math.max(...catalogue.products.map((product) => product.fit.labelDays));
  return {
    score,
    fit,
    fitTraining: [daysBefore(fit, labelDays + EARLIER_DAYS), daysBefore(fit, labelDays)],
    intentTraining: intentCutOffs(catalogue, period),
  };
}

/** Oldest first; a cut-off counts once its whole horizon lies before this period's cut-off. */
function intentCutOffs(catalogue: Catalogue, period: Period): string[] {
  const now = cutOffDate(period, catalogue.cutOffDay);
  const ended = (day: string) => dayNumber(day) + catalogue.horizonDays <= dayNumber(now);
  if (Array.isArray(catalogue.trainingCutOffs)) return catalogue.trainingCutOffs.filter(ended).sort();
  const found: string[] = [];
  for (let back = 1; found.length < catalogue.trainingCutOffs && back < 60; back++) {
    const day = cutOffDate(addMonths(period, -back), catalogue.cutOffDay);
    if (ended(day)) found.unshift(day);
  }
  return found;
}

export function daysBefore(day: string, days: number): string {
  return dateOfDay(dayNumber(day) - days);
}

/** A feed as the release sees it: the latest row of every key over its loads. */
export function feedOf(month: Pick<Month, 'inputs'>, feed: FeedName): string {
  return latestRows(feed, month.inputs[feed]);
}

/** What an earlier step of this release (or of another) noted. */
export async function stepDetail(
  month: Month,
  step: string,
  releaseId = month.releaseId,
): Promise<Record<string, unknown>> {
  return (await stepState(month.db, releaseId, step))?.detail ?? {};
}

/** The release whose partitions of `features` and `feature_bins` hold this release's rows. */
export async function featuresRelease(month: Month): Promise<string> {
  const { release } = await stepDetail(month, 'features');
  return typeof release === 'string' ? release : month.releaseId;
}

/** What the release before says it was made from; null for the first. */
export async function previousManifest(month: Month): Promise<ReleaseManifest | null> {
  return month.previousId ? releaseManifest(month.db, month.previousId) : null;
}
