/** Where one integer stands in a row of 64-bit words; no lane crosses a word. */
export type Lane = { word: number; shift: number; bits: number };

const WORD_BITS = 64;

/** A lane for each of these highest values, first fit in the order given, and the words that takes. */
export function packLanes(highest: readonly number[]): { lanes: Lane[]; words: number } {
  const used: number[] = [];
  const lanes = highest.map((value) => {
    const bits = bitsFor(value);
    let word = used.findIndex((each) => each + bits <= WORD_BITS);
    if (word < 0) word = used.push(0) - 1;
    const lane = { word, shift: used[word]!, bits };
    used[word] = lane.shift + bits;
    return lane;
  });
  return { lanes, words: used.length };
}

/** Bits of a non-negative integer below 2^32. */
export function bitsFor(value: number): number {
  return Math.max(1, 32 - Math.clz32(value));
}

/** The lane's integer out of its word, in SQL. */
export function laneSql(word: string, { shift, bits }: Lane): string {
  const moved = shift === 0 ? word : `bitShiftRight(${word}, ${shift})`;
  return shift + bits === WORD_BITS ? moved : `bitAnd(${moved}, ${2 ** bits - 1})`;
}
