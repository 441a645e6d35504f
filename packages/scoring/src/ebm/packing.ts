import type { BagTable } from './bag-table';
import { sigmoid } from './loss';

/** Bits of the sums; a double holds whole numbers of 53 exactly. */
const BITS = 52;
const HESSIAN_MAX = 0.25;
/** Two sequences that fill the unit interval evenly, so that rounding errors cancel over few rows. */
const [STEP_G, STEP_H] = [0.7548776662466927, 0.5698402909980532];

/**
 * Gradient and hessian of a row as one whole number, so that a histogram adds once a row and feature and its sums are
 * exact in any order: `hessian / hUnit * shift + gradient / gUnit`. What rounding leaves is dithered.
 */
export type Packing = { shift: number; gUnit: number; hUnit: number };

/** Units fine enough that the sums of so many rows, each counting at most `weightMax`, are still exact. */
export function packingFor(rows: number, weightMax: number): Packing {
  const rowBits = Math.ceil(Math.log2(Math.max(2, rows)));
  const valueBits = Math.min(20, Math.floor((BITS - 1) / 2) - rowBits);
  return {
    shift: 2 ** (rowBits + valueBits + 1),
    gUnit: weightMax / 2 ** valueBits,
    hUnit: (HESSIAN_MAX * weightMax) / 2 ** valueBits,
  };
}

/** Fills `into`, by row, for the given rows. `seed` turns the dither. */
export function packGradients(
  { labels, weights }: BagTable,
  { shift, gUnit, hUnit }: Packing,
  { scores, rows, into, seed }: { scores: Float64Array; rows: Int32Array; into: Float64Array; seed: number },
): void {
  const [perG, perH] = [1 / gUnit, 1 / hUnit];
  let [ditherG, ditherH] = [seed, (seed * 7) % 1];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const weight = weights ? weights[row]! : 1;
    const p = sigmoid(scores[row]!);
    ditherG += STEP_G;
    if (ditherG >= 1) ditherG -= 1;
    ditherH += STEP_H;
    if (ditherH >= 1) ditherH -= 1;
    const g = Math.floor(weight * (p - labels[row]!) * perG + ditherG);
    const h = Math.floor(weight * p * (1 - p) * perH + ditherH);
    into[row] = h * shift + g;
  }
}

/** Gradients and hessians by turns of the sums in `packed` from `from` to before `to`, at twice their place. */
export function unpack(
  packed: Float64Array,
  { shift, gUnit, hUnit }: Packing,
  { from, to, into }: { from: number; to: number; into: Float64Array },
): void {
  const perShift = 1 / shift;
  for (let at = from; at < to; at++) {
    const sum = packed[at]!;
    const h = Math.floor(sum * perShift + 0.5);
    into[at * 2] = (sum - h * shift) * gUnit;
    into[at * 2 + 1] = h * hUnit;
  }
}
