import type { AdditiveModel, EbmTerm, Mains } from './additive';
import type { EbmFeature } from './bins';
import type { Leaf, Tree } from './grow-tree';

/** What one bag fitted: log-odds by fine bin, and trees on top. */
export type BagFit = { mains: Mains; trees: Tree[]; rate: number };

/** The fit as tables: every leaf is a product of bin sets, added to the table of its features. */
export function collapse(features: EbmFeature[], { mains: start, trees, rate }: BagFit): AdditiveModel {
  let { intercept } = start;
  const mains = start.tables.map((table, f) => ({ features: [f], table: table.slice() }));
  const several = new Map<string, EbmTerm>();
  const coarseMains = features.map(({ coarseSize }) => new Float64Array(coarseSize));
  for (const leaf of trees.flatMap((tree) => tree.leaves)) {
    const sorted = sortedLeaf(leaf);
    const value = rate * leaf.value;
    if (sorted.features.length === 0) intercept += value;
    else if (sorted.features.length === 1)
      addLeaf(coarseMains[sorted.features[0]!]!, features, sorted, value);
    else addLeaf(tableOf(several, features, sorted.features), features, sorted, value);
  }
  mains.forEach(({ table }, f) => {
    const { coarse } = features[f]!;
    for (let bin = 0; bin < table.length; bin++) table[bin]! += coarseMains[f]![coarse[bin]!]!;
  });
  return {
    features,
    intercept,
    terms: [...mains, ...several.values()].filter(({ table }) => table.some(Boolean)),
  };
}

/** The sum of models times their shares, as one model. */
export function blend(
  features: EbmFeature[],
  parts: { model: Pick<AdditiveModel, 'intercept' | 'terms'>; share: number }[],
): AdditiveModel {
  let intercept = 0;
  const terms = new Map<string, EbmTerm>();
  for (const { model, share } of parts) {
    intercept += share * model.intercept;
    for (const { features: key, table } of model.terms) {
      const sum = terms.get(key.join()) ?? { features: key, table: new Float64Array(table.length) };
      terms.set(key.join(), sum);
      for (let at = 0; at < table.length; at++) sum.table[at]! += share * table[at]!;
    }
  }
  return { features, intercept, terms: [...terms.values()] };
}

function sortedLeaf({ features, masks, value }: Leaf): Leaf {
  const order = features.map((_, i) => i).sort((a, b) => features[a]! - features[b]!);
  return { features: order.map((i) => features[i]!), masks: order.map((i) => masks[i]!), value };
}

function tableOf(terms: Map<string, EbmTerm>, features: EbmFeature[], key: number[]): Float64Array {
  const known = terms.get(key.join());
  if (known) return known.table;
  const cells = key.reduce((product, f) => product * features[f]!.coarseSize, 1);
  const term = { features: key, table: new Float64Array(cells) };
  terms.set(key.join(), term);
  return term.table;
}

function addLeaf(table: Float64Array, features: EbmFeature[], leaf: Leaf, value: number): void {
  const add = (depth: number, at: number) => {
    if (depth === leaf.features.length) {
      table[at]! += value;
      return;
    }
    const size = features[leaf.features[depth]!]!.coarseSize;
    for (let bin = 0; bin < size; bin++)
      if ((leaf.masks[depth]! >>> bin) & 1) add(depth + 1, at * size + bin);
  };
  add(0, 0);
}
