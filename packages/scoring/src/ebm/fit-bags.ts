import { type Mains, mainScores, noMains } from './additive';
import { withinTerms } from './allowed';
import type { Bag } from './bags';
import type { BinnedTable } from './bin-rows';
import { boost, FIT } from './boost';
import type { BagFit } from './collapse';
import { priorLogit } from './loss';

/** What a bag's trees stand on, by turns: mixing beats any one of them. */
const STARTS = ['prior', 'logistic', 'prior', 'mains'] as const;

/** Starts of all bags, by bag. */
export type Starts = { logistic: Mains[]; mains: Mains[] };
export type StartedBag = { bag: Bag; mains: Mains; scores: Float64Array };

export function startBags(table: BinnedTable, bags: Bag[], starts: Starts): StartedBag[] {
  return bags.map((bag) => {
    const mains = startOf(table, bag, starts);
    return { bag, mains, scores: mainScores(mains, table) };
  });
}

/** Every bag's trees on its start, over single features and the same terms for all bags. */
export function fitTerms(
  table: BinnedTable,
  started: StartedBag[],
  { terms, seed }: { terms: number[][]; seed: number },
): BagFit[] {
  const allowed = withinTerms(table.features.length, terms);
  return started.map(({ bag, mains, scores }) => ({
    mains,
    trees: boost(table, bag, { start: scores, allowed, seed: seed + bag.index, boosting: FIT }),
  }));
}

function startOf(table: BinnedTable, bag: Bag, { logistic, mains }: Starts): Mains {
  switch (STARTS[bag.index % STARTS.length]!) {
    case 'prior':
      return noMains(table.features, priorLogit(table.labels, bag.train));
    case 'logistic':
      return logistic[bag.index]!;
    case 'mains':
      return mains[bag.index]!;
  }
}
