import type { ModelDocument } from '@ascent/schemas';
import { type FactValues, scoreBins } from './score-account';

/** What one term added to a score, in deci-points, and what it looked at: 1 to 3 facts with their fine bins. */
export type Driver = {
  /** Index of the term in the document. */
  term: number;
  facts: string[];
  bins: number[];
  /** Null = missing, or not known here. */
  values: (number | string | null)[];
  points: number;
};
export type Drivers = { base: number; drivers: Driver[]; cap: number; score: number };

/** The full account of a score from its bins, strongest first: base + drivers + cap = score. */
export function driversOf(model: ModelDocument, bins: number[], values: FactValues = {}): Drivers {
  const { base, points, cap, score } = scoreBins(model, bins);
  const drivers = model.terms
    .map(({ features }, term) => {
      const facts = features.map((at) => model.features[at]!.fact);
      return {
        term,
        facts,
        bins: features.map((at) => bins[at]!),
        values: facts.map((fact) => values[fact] ?? null),
        points: points[term]!,
      };
    })
    .filter((driver) => driver.points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || a.term - b.term);
  return { base, drivers, cap, score };
}
