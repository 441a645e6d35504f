import type { Term } from '@ascent/schemas';
import { type Additive, factsOf, pointsByCell } from './additive';
import { type Block, blockFor } from './blocks';
import type { Lane } from './lanes';

/**
 * A driver as one integer that sorts as drivers do, strongest first and the earlier term of two equal ones:
 * `points * 256 + 255 - term`; 0 = none. Terms of a product are counted through fit, then intent.
 */
const TERMS_MAX = 256;
/** Three codes stand in a word, the strongest on top. */
const CODE_BITS = 21;
const SHOWN = 3;

export function driverCode(points: number, term: number): number {
  return points > 0 ? points * TERMS_MAX + (TERMS_MAX - 1 - term) : 0;
}

/** Points in deci-points and the term's number from 0, in SQL. */
export function driverPointsSql(code: string): string {
  return `intDiv(${code}, ${TERMS_MAX})`;
}

export function driverTermSql(code: string): string {
  return `(${TERMS_MAX - 1} - ${code} % ${TERMS_MAX})`;
}

/** The lanes of the three codes in a word, strongest first. */
export function driverLanes(word: number): Lane[] {
  return Array.from({ length: SHOWN }, (_, place) => ({
    word,
    shift: (SHOWN - 1 - place) * CODE_BITS,
    bits: CODE_BITS,
  }));
}

/** The word without its strongest code, the others moved up, in SQL. */
export function withoutStrongestSql(word: string): string {
  return `bitAnd(bitShiftLeft(${word}, ${CODE_BITS}), ${2n ** BigInt(SHOWN * CODE_BITS) - 1n})`;
}

/** The strongest code of a word, in SQL. */
export function strongestSql(word: string): string {
  return `bitShiftRight(${word}, ${(SHOWN - 1) * CODE_BITS})`;
}

/** By block and place from the strongest: the codes of a model's terms in that block, by cell. */
export function driverCells(
  model: Additive,
  blocks: readonly Block[],
  firstTerm: number,
): Map<Block, Int32Array[]> {
  if (firstTerm + model.terms.length > TERMS_MAX)
    throw new Error(`${model.name}: more than ${TERMS_MAX} terms with those of the product's other model`);
  const found = new Map<Block, Int32Array[]>();
  model.terms.forEach((term, index) => {
    const block = blockFor(blocks, factsOf(model, term));
    const codes = codesByCell(model, term, block, firstTerm + index);
    const places = found.get(block) ?? Array.from({ length: SHOWN }, () => new Int32Array(block.cells));
    found.set(block, places);
    for (let cell = 0; cell < block.cells; cell++) insert(places, cell, codes[cell]!);
  });
  return found;
}

function codesByCell(model: Additive, term: Term, block: Block, number: number): Int32Array {
  const codes = pointsByCell(model, term, block).map((points) => driverCode(points, number));
  if (codes.some((code) => code >= 2 ** CODE_BITS))
    throw new Error(`${model.name}: a term gives more points than a driver can hold`);
  return codes;
}

function insert(places: Int32Array[], cell: number, code: number): void {
  let moving = code;
  for (const place of places) {
    const here = place[cell]!;
    if (moving <= here) continue;
    place[cell] = moving;
    moving = here;
  }
}
