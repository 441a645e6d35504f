import type { Bins } from '@ascent/schemas';
import { binCount } from '../bin/bin-of';
import type { CategoryColumn, Column } from './table';
import type { Statistics } from './target-statistics';

/** Bins of a fine byte; coarse bins are unions of them, few enough that a set of them is one 32-bit mask. */
export const COARSE_MAX = 32;
const FINE_MAX = 64;
/** A byte tells so many levels from the missing. */
export const LEVELS_MAX = 254;
export const LEVEL_ROWS_MIN = 5;

/** Log-odds may only rise (1) or fall (-1) with the feature. */
export type Monotone = 1 | -1;
/** One column as bins: `coarse[fine bin]`; bin 0 of both is missing or unseen. */
export type EbmFeature = {
  name: string;
  bins: Bins;
  coarse: Uint8Array;
  coarseSize: number;
  monotone?: Monotone | undefined;
  /** Of a category of too many levels: the number that stands for each, whose bins `bins` are. */
  statistics?: Statistics | undefined;
};

export function findFeature(column: Column): EbmFeature {
  return column.kind === 'number' ? numberFeature(column.name, column.values) : categoryFeature(column);
}

function numberFeature(name: string, values: Float64Array): EbmFeature {
  const { distinct, counts } = countedValues(values);
  const starts = cutEqually(counts, FINE_MAX - 1);
  const filled = starts.map((start, bin) => sumOf(counts, start, starts[bin + 1] ?? counts.length));
  const coarseStarts = cutEqually(Float64Array.from(filled), COARSE_MAX - 1);
  const coarse = new Uint8Array(Math.max(2, starts.length + 1));
  coarse[1] = 1;
  for (let fine = 0; fine < starts.length; fine++)
    coarse[fine + 1] = coarseStarts.filter((start) => start <= fine).length;
  return {
    name,
    bins: { kind: 'number', edges: starts.slice(1).map((start) => distinct[start]!) },
    coarse,
    coarseSize: Math.max(2, coarseStarts.length + 1),
  };
}

function categoryFeature({ name, codes, levels }: CategoryColumn): EbmFeature {
  const counts = new Float64Array(levels.length);
  for (const code of codes) if (code >= 0) counts[code]! += 1;
  const kept = levels
    .map((level, code) => ({ level, count: counts[code]! }))
    .filter(({ count }) => count >= LEVEL_ROWS_MIN)
    .sort((a, b) => b.count - a.count || (a.level < b.level ? -1 : 1))
    .slice(0, LEVELS_MAX)
    .map(({ level }) => level);
  const bins: Bins = { kind: 'category', levels: kept };
  const coarse = Uint8Array.from({ length: binCount(bins) }, (_, fine) => Math.min(fine, COARSE_MAX - 1));
  return { name, bins, coarse, coarseSize: Math.min(COARSE_MAX, binCount(bins)) };
}

/** Where runs of equal share start; a count that fills a share alone is a run of its own. */
function cutEqually(counts: Float64Array, runsMax: number): number[] {
  if (counts.length <= runsMax) return Array.from(counts, (_, index) => index);
  const heavy = heavyOnes(counts, runsMax);
  let restRuns = runsMax;
  let rest = 0;
  for (let at = 0; at < counts.length; at++) {
    if (heavy[at]) restRuns -= 1;
    else rest += counts[at]!;
  }
  const starts: number[] = [];
  let filled = 0;
  const close = () => {
    rest -= filled;
    restRuns = Math.max(1, restRuns - (filled > 0 ? 1 : 0));
    filled = 0;
  };
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at]!;
    if (heavy[at] || (restRuns > 1 && filled + count / 2 > rest / restRuns)) close();
    if (filled === 0) starts.push(at);
    if (!heavy[at]) filled += count;
  }
  return merged(counts, starts, runsMax);
}

/** Heavy values are told from the share of the rest, which shrinks as they leave it. */
function heavyOnes(counts: Float64Array, runsMax: number): Uint8Array {
  const heavy = new Uint8Array(counts.length);
  for (;;) {
    let rest = 0;
    let runs = runsMax;
    for (let at = 0; at < counts.length; at++) {
      if (heavy[at]) runs -= 1;
      else rest += counts[at]!;
    }
    let found = false;
    for (let at = 0; at < counts.length && runs > 1; at++) {
      if (heavy[at] || counts[at]! < rest / runs) continue;
      heavy[at] = 1;
      found = true;
      break;
    }
    if (!found) return heavy;
  }
}

/** Light runs between heavy values can be too many: the lightest neighbours are joined. */
function merged(counts: Float64Array, starts: number[], runsMax: number): number[] {
  const kept = [...starts];
  const size = (run: number) => sumOf(counts, kept[run]!, kept[run + 1] ?? counts.length);
  while (kept.length > runsMax) {
    let lightest = 1;
    for (let run = 2; run < kept.length; run++)
      if (size(run) + size(run - 1) < size(lightest) + size(lightest - 1)) lightest = run;
    kept.splice(lightest, 1);
  }
  return kept;
}

function sumOf(counts: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += counts[at]!;
  return sum;
}

function countedValues(values: Float64Array): { distinct: Float64Array; counts: Float64Array } {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const distinct: number[] = [];
  const counts: number[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end += 1;
    // -0 would not come back from a stored model.
    distinct.push(sorted[start]! + 0);
    counts.push(end - start);
    start = end;
  }
  return { distinct: Float64Array.from(distinct), counts: Float64Array.from(counts) };
}
