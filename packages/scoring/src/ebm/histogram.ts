import { CELLS } from './bin-rows';

/** Adds the packed gradient of every row to one cell of each of the features. */
export function fillHistogram(
  { cells, width, packed }: { cells: Uint16Array; width: number; packed: Float64Array },
  rows: Int32Array,
  features: Int32Array,
  out: Float64Array,
): void {
  for (let k = 0; k < features.length; k++) out.fill(0, features[k]! * CELLS, (features[k]! + 1) * CELLS);
  if (features.length === width) fillAll({ cells, width, packed }, rows, out);
  else {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const first = row * width;
      const sum = packed[row]!;
      for (let k = 0; k < features.length; k++) out[cells[first + features[k]!]!]! += sum;
    }
  }
}

/** Four features at a time: the places are read before the cells are written, which halves the time. */
function fillAll(
  { cells, width, packed }: { cells: Uint16Array; width: number; packed: Float64Array },
  rows: Int32Array,
  out: Float64Array,
): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const sum = packed[row]!;
    let at = row * width;
    const end = at + width;
    for (; at + 3 < end; at += 4) {
      const a = cells[at]!;
      const b = cells[at + 1]!;
      const c = cells[at + 2]!;
      const d = cells[at + 3]!;
      out[a]! += sum;
      out[b]! += sum;
      out[c]! += sum;
      out[d]! += sum;
    }
    for (; at < end; at++) out[cells[at]!]! += sum;
  }
}

export function subtractHistogram(from: Float64Array, what: Float64Array, features: Int32Array): void {
  for (let k = 0; k < features.length; k++) {
    const start = features[k]! * CELLS;
    for (let at = start; at < start + CELLS; at++) from[at]! -= what[at]!;
  }
}
