import type { RevenueDocument } from '@ascent/schemas';
import { cellOf, centsOf } from '@ascent/scoring';
import { binsOfDay, type KnownDay } from './known';

/** Cents that a buyer like this one spends in twelve months, from and to, with what was measured of such intervals. */
export type RevenueInterval = {
  low: number;
  middle: number;
  high: number;
  target: number;
  measured: number | null;
};

export function revenueInterval(document: RevenueDocument, day: KnownDay): RevenueInterval | null {
  const bins = binsOfDay(document, day);
  if (!bins) return null;
  const middle = document.terms.reduce(
    (sum, { features, points }) => sum + points[cellOf(document, features, bins)]!,
    document.base,
  );
  const { target, measured } = document.coverage;
  return {
    low: centsOf(document, middle + document.low),
    middle: centsOf(document, middle),
    high: centsOf(document, middle + document.high),
    target,
    measured,
  };
}
