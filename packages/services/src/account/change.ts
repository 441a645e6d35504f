import type { Words } from '@ascent/schemas';
import {
  type ChangeLine,
  changeOf,
  driverNames,
  driversOf,
  driverValues,
  type Scored,
  seesDriver,
} from '@ascent/scoring';
import { type Reading, tellingOf } from './explain';

type Step = { from: number; to: number; delta: number };
/** `was` and `now`: what the driver looked at; absent where the reader may not see it, or it was not looked at. */
export type ScoreChangeLine = ChangeLine & { names: Words; was?: Words; now?: Words };
/** Deci-points: base + lines + cap = score, in `delta`. */
export type ScoreChange = { base: Step; lines: ScoreChangeLine[]; cap: Step; score: Step };

/** Why a score is another than in the release before, in words. */
export function explainChange(before: Scored, after: Scored, reading: Reading): ScoreChange {
  const { base, lines, cap, score } = changeOf(before, after);
  const telling = tellingOf(reading, after.document);
  return {
    base,
    cap,
    score,
    lines: lines.map((line) => {
      const told: ScoreChangeLine = { ...line, names: driverNames(line.facts, telling.fact) };
      if (!seesDriver(line.facts, telling)) return told;
      const was = valuesIn(before, line.facts, reading);
      const now = valuesIn(after, line.facts, reading);
      return { ...told, ...(was ? { was } : {}), ...(now ? { now } : {}) };
    }),
  };
}

/** What the terms over these facts looked at; null where there is none that added anything. */
function valuesIn({ document, bins, values }: Scored, facts: string[], reading: Reading): Words | null {
  const key = [...facts].sort().join();
  const driver = driversOf(document, bins, values).drivers.find(
    (each) => [...each.facts].sort().join() === key,
  );
  return driver ? driverValues(driver, tellingOf(reading, document)) : null;
}
