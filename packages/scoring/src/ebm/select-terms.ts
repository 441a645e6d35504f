import { anyFeature } from './allowed';
import type { BinnedTable } from './bin-rows';
import { type Boosting, boost } from './boost';
import type { StartedBag } from './fit-bags';

const FREE: Boosting = { rate: 0.1, leavesMax: 8, treesMax: 150, subsample: 0.8, patience: null };
const PATH_FEATURES_MAX = 3;

/** Sets of features and what splits on paths over exactly them gained, largest gain first. */
export type PathGain = { features: number[]; gain: number };

/** Gains of paths in trees that may combine anything, grown on top of the bags' own starts. */
export function pathGains(table: BinnedTable, started: StartedBag[], seed: number): PathGain[] {
  const gains = new Map<string, PathGain>();
  const allowed = anyFeature(table.features.length, PATH_FEATURES_MAX);
  for (const { bag, scores } of started) {
    const trees = boost(table, bag, { start: scores, allowed, seed: seed + bag.index, boosting: FREE });
    for (const { path, gain } of trees.flatMap((tree) => tree.nodes)) {
      const known = gains.get(path.join()) ?? { features: path, gain: 0 };
      known.gain += gain;
      gains.set(path.join(), known);
    }
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
