import {
  type LevelCuts,
  type ModelDocument,
  ownPropensity,
  type PropensityDocument,
  type RevenueBand,
  type RevenueDocument,
} from '@ascent/schemas';
import { type Additive, assertOneBinning } from './additive';
import type { Block } from './blocks';
import { driverCells, driverLanes } from './drivers';
import type { Lane } from './lanes';
import { newLayout } from './layout';
import { type Curve, planCurves } from './plan-curves';
import { packSums } from './sums';
import type { WordTable } from './word-table';

/** A product with what serves it; null = there is none. */
export type ScoredProduct = {
  id: string;
  levelCuts: LevelCuts;
  fit: ModelDocument | null;
  intent: ModelDocument | null;
  propensity: PropensityDocument | null;
  revenue: RevenueDocument | null;
};

/** Fit looks at the quarter's bins, the others at those of the scoring day. */
export type Kind = 'fit' | 'intent' | 'propensity' | 'revenue';
const KINDS: Kind[] = ['fit', 'intent', 'propensity', 'revenue'];

/** A key by the bins of a block's facts, with the words that its kind of model has there. */
export type Lookup = { kind: Kind; block: Block; offset: number; sumWords: number[]; driverWords: number[] };
/** The lane in the sum of a word over all lookups of its kind, plus base. */
type PlannedSum = { lane: Lane; base: number };

type PlannedProduct = {
  product: ScoredProduct;
  sums: Partial<Record<Kind, PlannedSum>>;
  /** Three codes of drivers by lookup stand in this word. */
  driverWord: number;
  curves: { probability?: Curve; cents?: Curve; band?: Curve };
};

export type ScoringPlan = {
  products: PlannedProduct[];
  lookups: Lookup[];
  /** First key of the coarse bins of a fact, by fine bin; they stand in word 0. */
  coarse: Map<string, number>;
  table: WordTable;
};

/** Everything that scores an account, laid out as regions of one dictionary. */
export function planScoring(products: readonly ScoredProduct[], bands: readonly RevenueBand[]): ScoringPlan {
  assertOneBinning(KINDS.flatMap((kind) => products.flatMap((product) => additive(product, kind) ?? [])));
  const layout = newLayout();
  const packed = KINDS.map((kind) => ({ kind, ...packKind(products, kind) }));
  const sumWords = Math.max(1, ...packed.map(({ words }) => words));
  const planned = products.map(
    (product, at): PlannedProduct => ({
      product,
      sums: Object.fromEntries(packed.flatMap(({ kind, sums }) => (sums[at] ? [[kind, sums[at]]] : []))),
      driverWord: sumWords + at,
      curves: planCurves(layout, product, bands),
    }),
  );
  const lookups = packed.flatMap(({ kind, blocks, sums, drivers }) =>
    blocks.map((block): Lookup => {
      const summed = sums.flatMap((sum) => {
        const values = sum?.cells.get(block);
        return values ? [{ lane: sum!.lane, values }] : [];
      });
      const driving = drivers.flatMap((cells, at) =>
        driverLanes(sumWords + at).flatMap((lane, place) => {
          const values = cells?.get(block)?.[place];
          return values ? [{ lane, values }] : [];
        }),
      );
      const { offset, words } = layout.block(block, [...summed, ...driving]);
      return {
        kind,
        block,
        offset,
        sumWords: words.filter((word) => word < sumWords),
        driverWords: words.filter((word) => word >= sumWords),
      };
    }),
  );
  const coarse = new Map<string, number>();
  for (const { block } of lookups)
    if (block.grain === 'coarse')
      for (const fact of block.facts) coarse.set(fact.fact, layout.coarse(fact).offset);
  return { products: planned, lookups, coarse, table: layout.table() };
}

/** Sums and drivers of all models of a kind over the same blocks; by product, null where it has no such model. */
function packKind(products: readonly ScoredProduct[], kind: Kind) {
  const models = products.map((product) => additive(product, kind));
  const { blocks, words, sums } = packSums(models.filter((model) => model !== null));
  let next = 0;
  return {
    blocks,
    words,
    sums: models.map((model) => (model ? sums[next++]! : null)),
    drivers: models.map((model, at) => {
      if (!model || kind === 'revenue' || kind === 'propensity') return null;
      return driverCells(model, blocks, kind === 'fit' ? 0 : (products[at]!.fit?.terms.length ?? 0));
    }),
  };
}

/** Where both scores say the probability together, there is nothing to be added up for it. */
function additive(product: ScoredProduct, kind: Kind): Additive | null {
  const document = kind === 'propensity' ? ownPropensity(product.propensity) : product[kind];
  return document && { ...document, name: `${product.id} ${kind}` };
}
