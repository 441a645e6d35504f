import type { Lane } from './lanes';

/** Rows of 64-bit words by key, as one flat dictionary holds them: low and high halves by word. */
export type WordTable = { size: number; words: { low: Uint32Array; high: Uint32Array }[] };

/** Sums over all rows by word: of the low halves, of the high halves, and of what stands where. All below 2^53. */
export type Checksum = { low: number; high: number; placed: number }[];

/** Weights of the checksum's places; a row that moved is seen, and the sum stays exact. */
const PLACES = 4093;

export function wordTable({ size, words }: { size: number; words: number }): WordTable {
  return {
    size,
    words: Array.from({ length: words }, () => ({
      low: new Uint32Array(size),
      high: new Uint32Array(size),
    })),
  };
}

/** Adds to a lane that is still empty; the lane must hold the value. */
export function put(table: WordTable, row: number, { word, shift, bits }: Lane, value: number): void {
  const { low, high } = table.words[word]!;
  if (shift < 32) low[row]! |= value << shift;
  if (shift >= 32) high[row]! |= value << (shift - 32);
  else if (shift > 0 && shift + bits > 32) high[row]! |= value >>> (32 - shift);
}

/** One row after the other: the key, then its words, each as a 64-bit little-endian integer. */
export function rowBinary({ size, words }: WordTable): Uint8Array {
  const width = 2 + 2 * words.length;
  const cells = new Uint32Array(size * width);
  for (let row = 0; row < size; row++) {
    cells[row * width] = row;
    words.forEach(({ low, high }, word) => {
      cells[row * width + 2 + 2 * word] = low[row]!;
      cells[row * width + 3 + 2 * word] = high[row]!;
    });
  }
  return new Uint8Array(cells.buffer);
}

export function checksumOf({ size, words }: WordTable): Checksum {
  return words.map(({ low, high }) => {
    const sums = { low: 0, high: 0, placed: 0 };
    for (let row = 0; row < size; row++) {
      sums.low += low[row]!;
      sums.high += high[row]!;
      sums.placed += ((low[row]! ^ high[row]!) & 0xffff) * ((row % PLACES) + 1);
    }
    return sums;
  });
}

/** The same sums in SQL over a word's value and its key. */
export function checksumSql(word: string, key: string): { low: string; high: string; placed: string } {
  return {
    low: `sum(bitAnd(${word}, 4294967295))`,
    high: `sum(bitShiftRight(${word}, 32))`,
    placed: `sum(bitAnd(bitXor(${word}, bitShiftRight(${word}, 32)), 65535) * (${key} % ${PLACES} + 1))`,
  };
}
