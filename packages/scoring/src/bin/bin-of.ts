import type { Bins } from '@ascent/schemas';

/** The bin of one value; 0 for a missing or unseen one. */
export function binOf(bins: Bins, value: number | string | null): number {
  if (value === null) return 0;
  switch (bins.kind) {
    case 'number': {
      if (typeof value !== 'number') return 0;
      let low = 0;
      let high = bins.edges.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value >= bins.edges[middle]!) low = middle + 1;
        else high = middle;
      }
      return low + 1;
    }
    case 'category':
      return bins.levels.indexOf(String(value)) + 1;
  }
}

export function binCount(bins: Bins): number {
  return bins.kind === 'number' ? bins.edges.length + 2 : bins.levels.length + 1;
}
