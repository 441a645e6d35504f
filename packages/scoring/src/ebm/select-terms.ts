import { anyFeature } from './allowed';
import type { BagTable } from './bag-table';
import { type Boosting, boost } from './boost';

const FREE: Boosting = {
  rate: 0.1,
  leavesMax: 8,
  treesMax: 150,
  subsample: 0.8,
  rowsMax: 30_000,
  patience: null,
};
const PATH_FEATURES_MAX = 3;

/** Sets of features and what splits on paths over exactly them gained, largest gain first. */
export type PathGain = { features: number[]; gain: number };

/** Gains of paths in trees that may combine anything, grown on top of a bag's own start. */
export function pathGains(bag: BagTable, start: Float64Array, seed: number): PathGain[] {
  const allowed = anyFeature(bag.features.length, PATH_FEATURES_MAX);
  const trees = boost(bag, { start, allowed, seed: seed + bag.index, boosting: FREE });
  return summedGains(trees.flatMap((tree) => tree.nodes.map(({ path, gain }) => ({ features: path, gain }))));
}

/** One entry for each set of features, largest gain first. */
export function summedGains(all: PathGain[]): PathGain[] {
  const gains = new Map<string, PathGain>();
  for (const { features, gain } of all) {
    const known = gains.get(features.join()) ?? { features, gain: 0 };
    known.gain += gain;
    gains.set(features.join(), known);
  }
  return [...gains.values()].sort(
    (a, b) => b.gain - a.gain || (a.features.join() < b.features.join() ? -1 : 1),
  );
}

/** The best triples, and the best pairs that are not inside one of them. */
export function chooseTerms(
  gains: PathGain[],
  { pairsMax, triplesMax }: { pairsMax: number; triplesMax: number },
): number[][] {
  const ofSize = (size: number) =>
    gains.filter(({ features }) => features.length === size).map(({ features }) => features);
  const triples = ofSize(3).slice(0, triplesMax);
  const pairs = ofSize(2)
    .filter((pair) => !triples.some((triple) => pair.every((f) => triple.includes(f))))
    .slice(0, pairsMax);
  return [...triples, ...pairs];
}
