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
  const lines = [...new Set([...old.keys(), ...now.keys()])]
    .map((key) => lineOf(key, { before, after, old, now }))
    .filter((line) => line.delta !== 0)
    .sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta) || (a.facts.join() < b.facts.join() ? -1 : 1));
  return {
    base: step(was.base, is.base),
    lines,
    cap: step(was.cap, is.cap),
    score: step(was.score, is.score),
  };
}

function lineOf(key: string, { before, after, old, now }: Both): ChangeLine {
  const facts = JSON.parse(key) as string[];
  const [from, to] = [old.get(key), now.get(key)];
  const delta = (to ?? 0) - (from ?? 0);
  const line = { facts, from: from ?? 0, to: to ?? 0, delta };
  if (from === undefined) return { ...line, reason: 'added', byValue: 0, byModel: delta };
  if (to === undefined) return { ...line, reason: 'removed', byValue: 0, byModel: delta };
  if (!moved(facts, before, after)) return { ...line, reason: 'model', byValue: 0, byModel: delta };
  // The new values under the old model tell the two apart.
  const between = pointsByFacts({ document: before.document, bins: rebinned(before.document, after) }).get(
    key,
  )!;
  const [byValue, byModel] = [between - from, to - between];
  if (byModel === 0) return { ...line, reason: 'value', byValue, byModel };
  return { ...line, reason: byValue === 0 ? 'model' : 'both', byValue, byModel };
}

/** Whether any of these facts fell into another bin of either model. */
function moved(facts: string[], before: Scored, after: Scored): boolean {
  const [as, is] = [rebinned(before.document, after), rebinned(after.document, before)];
  return (
    before.document.features.some(({ fact }, at) => facts.includes(fact) && as[at] !== before.bins[at]) ||
    after.document.features.some(({ fact }, at) => facts.includes(fact) && is[at] !== after.bins[at])
  );
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

type Both = { before: Scored; after: Scored; old: Map<string, number>; now: Map<string, number> };
