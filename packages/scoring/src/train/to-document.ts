import type { FactBins, LevelCuts, ModelDocument, ModelKind, ProbabilityTable, Term } from '@ascent/schemas';
import type { AdditiveModel } from '../ebm/additive';

export type Anchors = ModelDocument['anchors'];

/** Score of the 90th and of the 35th percentile, in deci-points. */
const HIGH = 750;
const LOW = 300;
/** Far beyond the scale of 0 to 1000; what a lane of the compiled tables holds. */
const POINTS_MAX = 8000;
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
  binning: string;
  levelCuts: LevelCuts;
};

/** A fitted model as a document: log-odds on the linear scale of the anchors, in whole deci-points, features it does not use left out. */
export function toDocument(
  naming: Naming,
  method: ModelDocument['method'],
  fitted: { features: FactBins[]; model: AdditiveModel; anchors: Anchors },
): ModelDocument {
  const { features, model, anchors } = fitted;
  const scale = anchors.deciPerLogit;
  const scaled = model.terms
    .map(({ features: at, table }) => ({ at, points: wholePoints(table, scale) }))
    .filter(({ points }) => points.some((each) => each !== 0));
  const used = [...new Set(scaled.flatMap(({ at }) => at))].sort((a, b) => a - b);
  const terms: Term[] = scaled.map(({ at, points }) => ({
    features: at.map((f) => used.indexOf(f)),
    points,
  }));
  const base = Math.round(LOW + (model.intercept - anchors.p35) * scale) + 0;
  const from = terms.reduce((sum, { points }) => sum + least(points), base);
  const to = terms.reduce((sum, { points }) => sum - least(points.map((each) => -each)), base);
  return {
    format: 2,
    ...naming,
    method,
    features: used.map((f) => features[f]!),
    terms,
    base,
    anchors,
    probability: probabilityTable(from, to, (sum) => logitOf(anchors, sum)),
  };
}

/** Log-odds of an uncapped sum in deci-points. */
export function logitOf({ p35, deciPerLogit }: Anchors, sum: number): number {
  return p35 + (sum - LOW) / deciPerLogit;
}

/** Probabilities over a range of sums; a step stands for its middle. */
export function probabilityTable(from: number, to: number, logit: (sum: number) => number): ProbabilityTable {
  const step = Math.max(1, Math.ceil((to - from + 1) / TABLE_MAX));
  const length = Math.floor((to - from) / step) + 1;
  const millionths = Array.from({ length }, (_, index) =>
    Math.round(1_000_000 / (1 + Math.exp(-logit(from + index * step + (step - 1) / 2)))),
  );
  return { from, step, millionths };
}

/** Adding zero turns -0 into 0, which JSON would do as well. */
function wholePoints(table: Float64Array, scale: number): number[] {
  return Array.from(
    table,
    (each) => Math.max(-POINTS_MAX, Math.min(POINTS_MAX, Math.round(each * scale))) + 0,
  );
}

function least(points: number[]): number {
  return points.reduce((low, each) => Math.min(low, each), Infinity);
}
