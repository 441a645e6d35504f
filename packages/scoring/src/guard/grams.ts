/**
 * Columns of a regression: an intercept a period first, then `width` dense numbers a row, row by row in `values`.
 * `period[row]`: which intercept is the row's.
 */
export type Design = { periods: number; width: number; period: Uint8Array; values: Float64Array };

/** Rows taken at once: a product is read and written once for all of them. */
const BLOCK = 4;

/** Weighted products of all columns with each other over the rows of some periods, row-major, symmetric. */
export function gram(design: Design, weights: Float64Array, rows: Int32Array): Float64Array {
  const { periods, width, period, values } = design;
  const size = periods + width;
  const dense = new Float64Array(width * width);
  const sums = new Float64Array(size * size);
  let at = 0;
  for (; at + BLOCK <= rows.length; at += BLOCK) {
    const [r0, r1, r2, r3] = [rows[at]!, rows[at + 1]!, rows[at + 2]!, rows[at + 3]!];
    const [w0, w1, w2, w3] = [weights[r0]!, weights[r1]!, weights[r2]!, weights[r3]!];
    const [o0, o1, o2, o3] = [r0 * width, r1 * width, r2 * width, r3 * width];
    let a = 0;
    for (; a + 1 < width; a += 2) {
      const [x0, x1, x2, x3] = [
        w0 * values[o0 + a]!,
        w1 * values[o1 + a]!,
        w2 * values[o2 + a]!,
        w3 * values[o3 + a]!,
      ];
      const y0 = w0 * values[o0 + a + 1]!;
      const y1 = w1 * values[o1 + a + 1]!;
      const y2 = w2 * values[o2 + a + 1]!;
      const y3 = w3 * values[o3 + a + 1]!;
      const base = a * width;
      const next = base + width;
      // One product beyond the diagonal is made as well, and nobody reads it.
      for (let b = 0; b <= a + 1; b++) {
        const [z0, z1, z2, z3] = [values[o0 + b]!, values[o1 + b]!, values[o2 + b]!, values[o3 + b]!];
        dense[base + b]! += x0 * z0 + x1 * z1 + x2 * z2 + x3 * z3;
        dense[next + b]! += y0 * z0 + y1 * z1 + y2 * z2 + y3 * z3;
      }
    }
    if (a < width) {
      const [x0, x1, x2, x3] = [
        w0 * values[o0 + a]!,
        w1 * values[o1 + a]!,
        w2 * values[o2 + a]!,
        w3 * values[o3 + a]!,
      ];
      for (let b = 0; b <= a; b++)
        dense[a * width + b]! +=
          x0 * values[o0 + b]! + x1 * values[o1 + b]! + x2 * values[o2 + b]! + x3 * values[o3 + b]!;
    }
  }
  for (; at < rows.length; at++) {
    const from = rows[at]! * width;
    for (let a = 0; a < width; a++) {
      const x = weights[rows[at]!]! * values[from + a]!;
      for (let b = 0; b <= a; b++) dense[a * width + b]! += x * values[from + b]!;
    }
  }
  for (const row of rows) {
    const base = period[row]! * size;
    const weight = weights[row]!;
    const from = row * width;
    sums[base + period[row]!]! += weight;
    for (let a = 0; a < width; a++) sums[base + periods + a]! += weight * values[from + a]!;
  }
  for (let a = 0; a < width; a++) {
    for (let p = 0; p < periods; p++) sums[(periods + a) * size + p] = sums[p * size + periods + a]!;
    for (let b = 0; b <= a; b++) {
      const value = dense[a * width + b]!;
      sums[(periods + a) * size + periods + b] = value;
      sums[(periods + b) * size + periods + a] = value;
    }
  }
  return sums;
}

/** Of every column the sum over all rows, each times its row's number. */
export function totals({ periods, width, period, values }: Design, byRow: Float64Array): Float64Array {
  const sums = new Float64Array(periods + width);
  for (let row = 0; row < byRow.length; row++) {
    const each = byRow[row]!;
    sums[period[row]!]! += each;
    const from = row * width;
    for (let a = 0; a < width; a++) sums[periods + a]! += each * values[from + a]!;
  }
  return sums;
}

/** Of every row the sum of its columns times their slopes. */
export function along({ periods, width, period, values }: Design, slopes: Float64Array): Float64Array {
  const sums = new Float64Array(period.length);
  for (let row = 0; row < sums.length; row++) {
    let sum = slopes[period[row]!]!;
    const from = row * width;
    for (let a = 0; a < width; a++) sum += values[from + a]! * slopes[periods + a]!;
    sums[row] = sum;
  }
  return sums;
}
