import type { CombinedPropensity, FactBins, ModelDocument, RevenueDocument, Term } from '@ascent/schemas';
import type { ScoredProduct } from '../compile/scoring-plan';
import { coarseCount } from '../score/score-account';
import { type Seeded, seeded } from './seeded';

export type ModelsShape = {
  products: number;
  /** Fine bins by fact. */
  sizes: readonly number[];
  /** Facts of every model; all by default. */
  facts?: number;
  /** Interactions of two and of three facts, by model; a share of them is common to all models of a kind. */
  pairs: number;
  triples?: number;
  /** Whether all models of a kind look at the same pairs. */
  jointly?: boolean;
  /** Points lie within this, both ways, in deci-points; of interactions a quarter of it. */
  points?: number;
  /** Probabilities from both scores together, instead of a model of its own. */
  combined?: boolean;
  seed: number;
};

/** Products whose random models share one binning of facts `x0`, `x1`, ... */
export function sharedModels(shape: ModelsShape): ScoredProduct[] {
  const random = seeded(shape.seed);
  const features = shape.sizes.map((size, at) => factBins(`x${at}`, size, random));
  const joint = {
    fit: interactions(features, shape, random),
    intent: interactions(features, shape, random),
    propensity: interactions(features, shape, random),
  };
  return Array.from({ length: shape.products }, (_, at) => {
    const id = `P${at}`;
    const sets = (kind: keyof typeof joint) =>
      shape.jointly ? joint[kind] : interactions(features, shape, random);
    const fit = model(id, 'fit', features, sets('fit'), shape, random);
    const intent = model(id, 'intent', features, sets('intent'), shape, random);
    return {
      id,
      levelCuts: { high: 750, medium: 550, low: 300 },
      fit,
      intent,
      propensity: shape.combined
        ? combinedOf(fit, intent, random)
        : model(id, 'propensity', features, sets('propensity'), shape, random),
      revenue: revenueOf(id, features, random),
    };
  });
}

/** Numbers in steps of ten, or categories `v1`, `v2`, ... for every third fact. */
function factBins(fact: string, size: number, random: Seeded): FactBins {
  const category = size > 2 && random.below(3) === 0;
  const coarseTop = Math.min(31, size - 1);
  return {
    fact,
    bins: category
      ? { kind: 'category', levels: Array.from({ length: size - 1 }, (_, at) => `v${at + 1}`) }
      : { kind: 'number', edges: Array.from({ length: size - 2 }, (_, at) => 10 * (at + 1)) },
    coarse: Array.from({ length: size }, (_, bin) =>
      bin === 0 ? 0 : 1 + Math.floor(((bin - 1) * coarseTop) / Math.max(1, size - 1)),
    ),
  };
}

function interactions(features: readonly FactBins[], shape: ModelsShape, random: Seeded): number[][] {
  const found = new Map<string, number[]>();
  const wanted = [
    ...new Array<number>(shape.pairs).fill(2),
    ...new Array<number>(shape.triples ?? 0).fill(3),
  ];
  for (const size of wanted) {
    for (let tries = 0; tries < 1000; tries++) {
      const set = new Set<number>();
      while (set.size < size) set.add(random.below(features.length));
      const key = [...set].sort((a, b) => a - b).join(' ');
      if (found.has(key)) continue;
      found.set(key, [...set]);
      break;
    }
  }
  return [...found.values()];
}

function model(
  product: string,
  kind: 'fit' | 'intent' | 'propensity',
  features: FactBins[],
  sets: number[][],
  shape: ModelsShape,
  random: Seeded,
): ModelDocument {
  const own = shape.facts ?? features.length;
  const first = random.below(features.length);
  const mains = Array.from({ length: own }, (_, at) => [(first + at) % features.length]);
  const points = shape.points ?? 60;
  return {
    format: 2,
    id: `${product}-${kind}`,
    product,
    kind,
    method: 'pairs',
    period: '2026-10',
    seed: shape.seed,
    binning: 'shared',
    features,
    terms: [
      ...mains.map((at) => term(features, at, points, random)),
      ...sets.map((at) => term(features, at, points >> 2, random)),
    ],
    base: random.below(800),
    anchors: { p35: -3, p90: -1, deciPerLogit: 225 },
    levelCuts: { high: 750, medium: 550, low: 300 },
    probability: table(random, -2000, 40),
  };
}

function term(features: FactBins[], at: number[], most: number, random: Seeded): Term {
  const cells = at.reduce(
    (product, f) => product * (at.length === 1 ? features[f]!.coarse.length : coarseCount(features[f]!)),
    1,
  );
  return { features: at, points: Array.from({ length: cells }, () => random.below(2 * most + 1) - most) };
}

function table(random: Seeded, from: number, step: number) {
  return { from, step, millionths: Array.from({ length: 90 }, () => random.below(1_000_001)) };
}

function combinedOf(fit: ModelDocument, intent: ModelDocument, random: Seeded): CombinedPropensity {
  return {
    format: 1,
    id: `${fit.product}-propensity`,
    product: fit.product,
    period: '2026-10',
    fit: fit.id,
    intent: intent.id,
    weights: { fit: random.below(1024), intent: 1024 },
    probability: table(random, -1_000_000, 37_111),
  };
}

function revenueOf(product: string, features: FactBins[], random: Seeded): RevenueDocument {
  const used = features.slice(0, Math.min(12, features.length));
  return {
    format: 1,
    id: `${product}-revenue`,
    product,
    period: '2026-10',
    binning: 'shared',
    features: used,
    terms: used.map((_, at) => term(used, [at], 400, random)),
    base: 12_000,
    low: -900,
    high: 1100,
    cents: {
      from: 8000,
      step: 2,
      cents: Array.from({ length: 4000 }, (_, at) => Math.round(Math.exp((8000 + 2 * at) / 1000))),
    },
    coverage: { target: 0.8, measured: null, buyers: 0 },
  };
}
