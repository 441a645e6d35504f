import { expect, test } from 'vitest';
import { sharedModels } from '../testing';
import { scoringDictionary } from './scoring-dictionary';
import { planScoring } from './scoring-plan';
import { checksumOf, put, rowBinary, wordTable } from './word-table';

test('a value comes back from its lane, over the middle of a word too, and leaves its neighbours alone', () => {
  for (let shift = 0; shift <= 43; shift++) {
    const table = wordTable({ size: 2, words: 2 });
    const value = 0b1_0110_1110_0101_1100_1101;
    put(table, 1, { word: 1, shift, bits: 21 }, value);
    const bytes = new DataView(rowBinary(table).buffer);
    // key, w0, w1 of the second row.
    const row = [0, 8, 16].map((at) => bytes.getBigUint64(24 + at, true));
    expect(row).toEqual([1n, 0n, BigInt(value) << BigInt(shift)]);
  }
});

test('a value that is lost, changed or moved changes the checksum', () => {
  const table = () => {
    const made = wordTable({ size: 9, words: 1 });
    put(made, 3, { word: 0, shift: 30, bits: 21 }, 77_777);
    return made;
  };
  const sums = JSON.stringify(checksumOf(table()));
  const moved = wordTable({ size: 9, words: 1 });
  put(moved, 4, { word: 0, shift: 30, bits: 21 }, 77_777);
  expect(JSON.stringify(checksumOf(moved))).not.toBe(sums);
  expect(JSON.stringify(checksumOf(wordTable({ size: 9, words: 1 })))).not.toBe(sums);
});

test('the names are the release candidate’s own', () => {
  const { table } = planScoring(sharedModels({ products: 1, sizes: [3, 4], pairs: 1, seed: 3 }), []);
  const { name, table: source, drop } = scoringDictionary("2026-10.2'", table);
  expect(name).toBe('scoring_2026_10_2_');
  expect(drop).toEqual([`DROP DICTIONARY IF EXISTS ${name}`, `DROP TABLE IF EXISTS ${source} SYNC`]);
});
