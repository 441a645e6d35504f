import type { FactBins } from '@ascent/schemas';
import { coarseCount } from '../score/score-account';

/**
 * Facts whose bins are looked up together: one key over all their combinations, the last fact fastest. Terms over any
 * of the facts share that lookup, so that fewer are needed than there are terms.
 */
export type Block = { facts: FactBins[]; grain: 'fine' | 'coarse'; cells: number };

/** A table of this many words stays in the nearest cache. */
const CELLS_SHARED = 4096;
/** Above this an interaction is looked up by coarse bins, at the price of one more lookup a fact. */
const CELLS_FINE = 16_384;

/** Blocks such that every one of these sets of facts lies within at least one. */
export function shareBlocks(sets: readonly FactBins[][]): Block[] {
  const several = distinct(sets.filter((set) => set.length > 1));
  const blocks = several.filter((set) => cellsOf(set, 'fine') > CELLS_FINE).map(ownBlock);
  const shared: FactBins[][] = [];
  for (const set of byCells(several.filter((each) => cellsOf(each, 'fine') <= CELLS_FINE)))
    place(shared, set);
  const alone = distinct(sets.filter((set) => set.length === 1));
  for (const set of byCells(alone)) if (!shared.some((block) => holds(block, set))) place(shared, set);
  return [...shared.map((facts) => block(facts, 'fine')), ...blocks];
}

/** A block of nothing but this set. */
function ownBlock(set: FactBins[]): Block {
  return block(set, cellsOf(set, 'fine') <= CELLS_FINE ? 'fine' : 'coarse');
}

export function blockFor(blocks: readonly Block[], set: readonly FactBins[]): Block {
  const found = blocks.find(({ facts, grain }) =>
    grain === 'fine' ? holds(facts, set) : facts.length === set.length && holds(facts, set),
  );
  if (!found) throw new Error(`no block holds ${set.map(({ fact }) => fact).join(', ')}`);
  return found;
}

export function sizeOf(fact: FactBins, grain: Block['grain']): number {
  return grain === 'fine' ? fact.coarse.length : coarseCount(fact);
}

function block(facts: FactBins[], grain: Block['grain']): Block {
  return { facts, grain, cells: cellsOf(facts, grain) };
}

function cellsOf(facts: readonly FactBins[], grain: Block['grain']): number {
  return facts.reduce((product, fact) => product * sizeOf(fact, grain), 1);
}

/** Joins the set to the block that grows least by it, or opens another. */
function place(blocks: FactBins[][], set: FactBins[]): void {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  blocks.forEach((facts, at) => {
    const cells = cellsOf(union(facts, set), 'fine');
    const growth = cells / cellsOf(facts, 'fine');
    if (cells > Math.max(CELLS_SHARED, cellsOf(facts, 'fine')) || growth >= least) return;
    best = at;
    least = growth;
  });
  if (best < 0) blocks.push([...set]);
  else blocks[best] = union(blocks[best]!, set);
}

function union(a: readonly FactBins[], b: readonly FactBins[]): FactBins[] {
  return [...a, ...b.filter(({ fact }) => !a.some((each) => each.fact === fact))];
}

function holds(facts: readonly FactBins[], set: readonly FactBins[]): boolean {
  return set.every(({ fact }) => facts.some((each) => each.fact === fact));
}

/** Largest first, so that small ones fill what is left. */
function byCells(sets: FactBins[][]): FactBins[][] {
  return [...sets].sort(
    (a, b) => cellsOf(b, 'fine') - cellsOf(a, 'fine') || (nameOf(a) < nameOf(b) ? -1 : 1),
  );
}

function distinct(sets: FactBins[][]): FactBins[][] {
  return [...new Map(sets.map((set) => [nameOf(set), set])).values()];
}

function nameOf(set: readonly FactBins[]): string {
  return set
    .map(({ fact }) => fact)
    .sort()
    .join(' ');
}
