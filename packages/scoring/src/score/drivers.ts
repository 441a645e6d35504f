import type { ModelDocument } from '@ascent/schemas';
import { type FactValues, fromPoints } from './score-account';

/** What one fact added to a score, in deci-points. */
export type Driver = { fact: string; points: number; value: number | string | null };
export type Drivers = { base: number; drivers: Driver[]; cap: number; score: number };

/** The full account of a score, strongest first: base + drivers + cap = score. */
export function driversOf(model: ModelDocument, points: number[], facts: FactValues): Drivers {
  const { base, cap, score } = fromPoints(model, points);
  const drivers = model.terms
    .map((term, index) => {
      const fact = model.features[term.features[0]!]!.fact;
      return { fact, points: points[index] ?? 0, value: facts[fact] ?? null };
    })
    .filter((driver) => driver.points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.fact < b.fact ? -1 : 1));
  return { base, drivers, cap, score };
}
