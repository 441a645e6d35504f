import { type ModelDocument, SCORE_MAX } from '@ascent/schemas';
import { coarseCount } from '../score/score-account';

/** A model as a TypeScript module without imports: `score(facts)` gives what the month gives. */
export function exportTs(model: ModelDocument): string {
  const { id, product, kind, period, base, probability } = model;
  const facts = model.features.map(({ fact, bins, coarse }, at) => ({
    fact,
    ...(bins.kind === 'number' ? { edges: bins.edges } : { levels: bins.levels }),
    coarse,
    coarseCount: coarseCount(model.features[at]!),
  }));
  return `// ${oneLine(`${product} ${kind}, model ${id}, period ${period}`)}. Made by \`ascent model export\`; do not edit.

export type Facts = Record<string, number | string | null | undefined>;
/** Deci-points: base + sum of points (by term) + cap = score. Probability in millionths. */
export type Score = { base: number; points: number[]; cap: number; score: number; probability: number };
type Feature = { fact: string; edges?: number[]; levels?: string[]; coarse: number[]; coarseCount: number };
type Term = { features: number[]; points: number[] };

export const id = ${JSON.stringify(id)};
const base = ${base};
const features: Feature[] = ${lines(facts)};
const terms: Term[] = ${lines(model.terms)};
const probability = ${JSON.stringify(probability)};

export function score(facts: Facts): Score {
  const bins = features.map((feature) => binOf(feature, facts[feature.fact] ?? null));
  const points = terms.map((term) => term.points[cellOf(term, bins)] ?? 0);
  const total = points.reduce((sum, each) => sum + each, base);
  const capped = Math.min(${SCORE_MAX}, Math.max(0, total));
  const step = Math.floor((total - probability.from) / probability.step);
  const at = Math.min(probability.millionths.length - 1, Math.max(0, step));
  return { base, points, cap: capped - total, score: capped, probability: probability.millionths[at]! };
}

/** 0 = missing or not seen in training. */
function binOf({ edges, levels }: Feature, value: number | string | null): number {
  if (value === null) return 0;
  if (levels) return levels.indexOf(String(value)) + 1;
  return typeof value === 'number' ? 1 + edges!.filter((edge) => value >= edge).length : 0;
}

function cellOf(term: Term, bins: number[]): number {
  if (term.features.length === 1) return bins[term.features[0]!]!;
  return term.features.reduce((at, f) => at * features[f]!.coarseCount + features[f]!.coarse[bins[f]!]!, 0);
}
`;
}

function lines(values: unknown[]): string {
  return `[\n${values.map((value) => `  ${JSON.stringify(value)},\n`).join('')}]`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
