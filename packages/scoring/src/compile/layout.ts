import type { FactBins } from '@ascent/schemas';
import { type Block, sizeOf } from './blocks';
import type { Lane } from './lanes';
import { put, type WordTable, wordTable } from './word-table';

/** Part of the one dictionary: its first key, and which words have anything in it. */
type Region = { offset: number; words: number[] };
type Entry = { lane: Lane; values: ArrayLike<number> };

/** Gives out keys of the dictionary region by region; `table` is filled once all are known. */
export type Layout = {
  /** By cell of a block, values by lane. */
  block: (block: Block, entries: readonly Entry[]) => Region;
  /** The coarse bin by fine bin; asked for twice, it is the same region. */
  coarse: (fact: FactBins) => Region;
  /** Non-negative integers below 2^53, one a key. */
  values: (values: readonly number[]) => Region;
  table: () => WordTable;
};

export function newLayout(): Layout {
  const fills: ((table: WordTable) => void)[] = [];
  const coarse = new Map<string, Region>();
  let size = 0;
  let words = 1;
  const region = (rows: number, used: number[]): Region => {
    const offset = size;
    size += rows;
    words = Math.max(words, ...used.map((word) => word + 1));
    return { offset, words: used };
  };
  const values = (list: readonly number[]): Region => {
    const found = region(list.length, [0]);
    fills.push(({ words: [first] }) => {
      list.forEach((value, at) => {
        first!.low[found.offset + at] = value % 2 ** 32;
        first!.high[found.offset + at] = Math.floor(value / 2 ** 32);
      });
    });
    return found;
  };
  return {
    block: (block, entries) => {
      const full = entries.filter(({ values: each }) => Array.from(each).some((value) => value !== 0));
      const used = [...new Set(full.map(({ lane }) => lane.word))].sort((a, b) => a - b);
      const found = region(block.cells, used);
      fills.push((table) => {
        for (const { lane, values: each } of full)
          for (let cell = 0; cell < block.cells; cell++) put(table, found.offset + cell, lane, each[cell]!);
      });
      return found;
    },
    coarse: (fact) => {
      const known = coarse.get(fact.fact) ?? values(fact.coarse);
      coarse.set(fact.fact, known);
      return known;
    },
    values,
    table: () => {
      const table = wordTable({ size, words });
      for (const fill of fills) fill(table);
      return table;
    },
  };
}

/** The key of a block's cell, in SQL, from each fact's bin. */
export function cellSql(block: Block, offset: number, bin: (fact: FactBins) => string): string {
  const cell = block.facts.reduce(
    (at, fact) => (at === '' ? bin(fact) : `(${at}) * ${sizeOf(fact, block.grain)} + ${bin(fact)}`),
    '',
  );
  return `toUInt64(${offset} + ${cell})`;
}
