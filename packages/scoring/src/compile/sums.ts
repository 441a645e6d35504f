import { type Additive, factsOf, pointsByCell } from './additive';
import { type Block, blockFor, shareBlocks } from './blocks';
import { bitsFor, type Lane, packLanes } from './lanes';

/** Three sums at least stand in a word. */
const SUM_BITS_MAX = 21;

/** How a model's sum of points is found: what its lane holds at the end, plus `base`. */
type Sum = { lane: Lane; base: number; cells: Map<Block, Int32Array> };
export type Sums = { blocks: Block[]; words: number; sums: Sum[] };

/**
 * Sums of several models in shared lookups: every block's cell holds, by model, the points of the model's terms in that
 * block above the least these can give. A lane is as wide as the sum of the most they can give above that, so that no
 * account's sum can run over into the next lane.
 */
export function packSums(models: readonly Additive[]): Sums {
  const blocks = shareBlocks(models.flatMap((model) => model.terms.map((term) => factsOf(model, term))));
  const found = models.map((model) => {
    const cells = new Map<Block, Int32Array>();
    for (const term of model.terms) {
      const block = blockFor(blocks, factsOf(model, term));
      const points = pointsByCell(model, term, block);
      const before = cells.get(block);
      cells.set(block, before ? before.map((each, cell) => each + points[cell]!) : points);
    }
    let { base } = model;
    let range = 0;
    for (const points of cells.values()) {
      const least = points.reduce((a, b) => Math.min(a, b));
      points.forEach((each, cell) => {
        points[cell] = each - least;
      });
      base += least;
      range += points.reduce((a, b) => Math.max(a, b));
    }
    if (bitsFor(range) > SUM_BITS_MAX)
      throw new Error(
        `${model.name}: its points span ${range}, more than a lane of ${SUM_BITS_MAX} bits can hold`,
      );
    return { cells, base, range };
  });
  const { lanes, words } = packLanes(found.map(({ range }) => range));
  return { blocks, words, sums: found.map(({ cells, base }, at) => ({ cells, base, lane: lanes[at]! })) };
}
