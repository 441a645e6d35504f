import type { ModelDocument } from '@ascent/schemas';
import { binOf } from '../bin/bin-of';
import { driversOf } from '../score/drivers';
import { cellOf, type FactValues } from '../score/score-account';

/** A score at one time: the model, the bins that it looked at, and the values behind them where they are at hand. */
export type Scored = { document: ModelDocument; bins: number[]; values?: FactValues };

/** value: other bins; model: other points for the same bins; added, removed: only one of the models looks at it. */
export type ChangeReason = 'value' | 'model' | 'both' | 'added' | 'removed';

/** Deci-points; `delta` = to - from = byValue + byModel. */
export type ChangeLine = {
  facts: string[];
  from: number;
  to: number;
  delta: number;
  reason: ChangeReason;
  byValue: number;
  byModel: number;
};
type Step = { from: number; to: number; delta: number };
export type Change = { base: Step; lines: ChangeLine[]; cap: Step; score: Step };

/** Why a score is another than before: base + lines + cap = the difference of the scores, exactly. Strongest first. */
export function changeOf(before: Scored, after: Scored): Change {
  const [was, is] = [driversOf(before.document, before.bins), driversOf(after.document, after.bins)];
  const [old, now] = [pointsByFacts(before), pointsByFacts(after)];
  const as = rebinned(before.document, after);
  // The new values under the old model tell what changed by value and what by model.
  const between = pointsByFacts({ document: before.document, bins: as });
  const moved = movedFacts(before, after, as);
  const lines = [...new Set([...old.keys(), ...now.keys()])]
    .map((key) => lineOf(key, { old, now, between, moved }))
    .filter((line) => line.delta !== 0)
    .sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta) || (a.facts.join() < b.facts.join() ? -1 : 1));
  return {
    base: step(was.base, is.base),
    lines,
    cap: step(was.cap, is.cap),
    score: step(was.score, is.score),
  };
}

function lineOf(key: string, { old, now, between, moved }: Sides): ChangeLine {
  const facts = JSON.parse(key) as string[];
  const [from, to] = [old.get(key), now.get(key)];
  const delta = (to ?? 0) - (from ?? 0);
  const line = { facts, from: from ?? 0, to: to ?? 0, delta };
  if (from === undefined) return { ...line, reason: 'added', byValue: 0, byModel: delta };
  if (to === undefined) return { ...line, reason: 'removed', byValue: 0, byModel: delta };
  if (!facts.some((fact) => moved.has(fact))) return { ...line, reason: 'model', byValue: 0, byModel: delta };
  const middle = between.get(key)!;
  const [byValue, byModel] = [middle - from, to - middle];
  if (byModel === 0) return { ...line, reason: 'value', byValue, byModel };
  return { ...line, reason: byValue === 0 ? 'model' : 'both', byValue, byModel };
}

/** Facts that fell into another bin of either model. `as`: the bins of the later time as the earlier model has them. */
function movedFacts(before: Scored, after: Scored, as: readonly number[]): Set<string> {
  const is = rebinned(after.document, before);
  const differ = ({ document, bins }: Scored, others: readonly number[]) =>
    document.features.filter((_, at) => others[at] !== bins[at]).map(({ fact }) => fact);
  return new Set([...differ(before, as), ...differ(after, is)]);
}

/** The bins of one time as another model has them: the same where it bins alike, else from the values. */
function rebinned(document: ModelDocument, { document: own, bins, values }: Scored): number[] {
  return document.features.map((feature) => {
    const at = own.features.findIndex(({ fact }) => fact === feature.fact);
    const alike = at >= 0 && JSON.stringify(own.features[at]!.bins) === JSON.stringify(feature.bins);
    return alike ? bins[at]! : binOf(feature.bins, values?.[feature.fact] ?? null);
  });
}

/** Points by the facts that a term looks at; terms over the same facts are one line. */
function pointsByFacts({ document, bins }: Pick<Scored, 'document' | 'bins'>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { features, points } of document.terms) {
    const facts = features.map((at) => document.features[at]!.fact);
    const key = JSON.stringify([...facts].sort());
    sums.set(key, (sums.get(key) ?? 0) + (points[cellOf(document, features, bins)] ?? 0));
  }
  return sums;
}

function step(from: number, to: number): Step {
  return { from, to, delta: to - from };
}

type Points = ReadonlyMap<string, number>;
type Sides = { old: Points; now: Points; between: Points; moved: ReadonlySet<string> };
