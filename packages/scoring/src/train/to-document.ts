import type { Bins, Fact, LevelCuts, ModelDocument, ModelKind, ProbabilityTable } from '@ascent/schemas';
import type { LogisticFit } from './logistic';

export type Anchors = ModelDocument['anchors'];

const HIGH = 750;
const LOW = 300;
const POINTS_MAX = 30_000;
const TABLE_MAX = 4000;

/** The 35th and 90th percentile of the in-scope accounts' log-odds become 30 and 75; null when they coincide. */
export function findAnchors(logOdds: Float64Array): Anchors | null {
  if (logOdds.length === 0) return null;
  const sorted = logOdds.slice().sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  const p35 = at(0.35);
  const p90 = at(0.9);
  if (p90 - p35 < 0.02) return null;
  return { p35, p90, deciPerLogit: (HIGH - LOW) / (p90 - p35) };
}

export type Naming = {
  id: string;
  product: string;
  kind: ModelKind;
  period: string;
  seed: number;
  levelCuts: LevelCuts;
};

/** A fitted regression as a model document: log-odds on the linear scale of the anchors, in whole deci-points. */
export function toDocument(
  naming: Naming,
  facts: Fact[],
  bins: Bins[],
  fit: LogisticFit,
  anchors: Anchors,
): ModelDocument {
  const scale = anchors.deciPerLogit;
  const terms = fit.weights.map((weights, index) => ({
    features: [index],
    points: Array.from(
      weights,
      (w) => Math.max(-POINTS_MAX, Math.min(POINTS_MAX, Math.round(w * scale))) + 0,
    ),
  }));
  const base = Math.round(LOW + (fit.intercept - anchors.p35) * scale) + 0;
  const from = terms.reduce((sum, term) => sum + Math.min(...term.points), base);
  const to = terms.reduce((sum, term) => sum + Math.max(...term.points), base);
  return {
    format: 1,
    ...naming,
    method: 'logistic',
    features: facts.map((fact, index) => ({ fact: fact.id, bins: bins[index]! })),
    terms,
    base,
    anchors,
    probability: probabilityTable(from, to, anchors),
  };
}

function probabilityTable(from: number, to: number, anchors: Anchors): ProbabilityTable {
  const step = Math.max(1, Math.ceil((to - from + 1) / TABLE_MAX));
  const length = Math.floor((to - from) / step) + 1;
  const millionths = Array.from({ length }, (_, index) => {
    const logit = anchors.p35 + (from + index * step + (step - 1) / 2 - LOW) / anchors.deciPerLogit;
    return Math.round(1_000_000 / (1 + Math.exp(-logit)));
  });
  return { from, step, millionths };
}
