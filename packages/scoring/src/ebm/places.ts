import type { EbmFeature } from './bins';
import type { Column } from './table';

/** Mean signed logarithm of the values in each fine bin; null of a category. */
export function placesOf(column: Column, fine: Uint8Array): Float64Array | null {
  if (column.kind === 'category') return null;
  const sums = new Float64Array(256);
  const counts = new Float64Array(256);
  for (let row = 0; row < fine.length; row++) {
    const value = column.values[row]!;
    if (fine[row] === 0) continue;
    sums[fine[row]!]! += signedLog(value);
    counts[fine[row]!]! += 1;
  }
  return sums.map((sum, bin) => (counts[bin]! > 0 ? sum / counts[bin]! : 0));
}

/** The same guessed from the edges alone: the middle of a bin's ends, and as far beyond the first and last edge. */
export function placesOfEdges({ bins }: EbmFeature): Float64Array | null {
  if (bins.kind === 'category') return null;
  const { edges } = bins;
  const places = new Float64Array(256);
  // Where edges are whole numbers so are the values: the highest below an edge is one less.
  const below = edges.every(Number.isInteger) ? 1 : 0;
  for (let bin = 2; bin <= edges.length; bin++)
    places[bin] = (signedLog(edges[bin - 2]!) + signedLog(edges[bin - 1]! - below)) / 2;
  if (edges.length === 0) return places;
  const [first, last] = [signedLog(edges[0]!), signedLog(edges.at(-1)!)];
  const gap = edges.length > 1 ? (last - first) / (edges.length - 1) : 1;
  places[1] = below ? signedLog(edges[0]! - 1) : first - gap / 2;
  places[edges.length + 1] = last + gap / 2;
  return places;
}

function signedLog(value: number): number {
  return Math.sign(value) * Math.log1p(Math.abs(value));
}
