import type { Bins } from '@ascent/schemas';

/**
 * Bins of equal frequency; a value that fills a bin alone gets one of its own.
 * `values` are integers; missing ones are left out by the caller. Bounds are integers, so SQL compares exactly.
 */
export function numberBins(values: Float64Array | number[], binsMax: number): Bins {
  const sorted = Float64Array.from(values).sort();
  const edges: number[] = [];
  const share = sorted.length / binsMax;
  let filled = 0;
  for (let start = 0; start < sorted.length; ) {
    const value = sorted[start]!;
    let end = start + 1;
    while (end < sorted.length && sorted[end] === value) end += 1;
    const heavy = end - start >= share;
    if (start > 0 && filled > 0 && (heavy || filled >= share)) {
      edges.push(value);
      filled = 0;
    }
    filled += end - start;
    if (heavy && end < sorted.length) {
      edges.push(sorted[end]!);
      filled = 0;
    }
    start = end;
  }
  return { kind: 'number', edges: [...new Set(edges)].sort((a, b) => a - b) };
}

/** Levels with at least `rowsMin` rows, most frequent first, then by name; the rest is bin 0 with the missing. */
export function categoryBins(
  values: (string | null)[],
  { rowsMin, levelsMax }: { rowsMin: number; levelsMax: number },
): Bins {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  const levels = [...counts]
    .filter(([, count]) => count >= rowsMin)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, levelsMax)
    .map(([level]) => level);
  return { kind: 'category', levels };
}
