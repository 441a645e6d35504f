import { chance } from './random';

const HELD_OUT = 0.15;

/** `train` rows grow the trees, `held` rows stop them and give out-of-bag scores. */
export type Bag = { index: number; train: Int32Array; held: Int32Array };

/** Which side a row is on depends on its account (or its place in the table), the bag and the seed only. */
export function drawBags(
  rows: number,
  { bags, seed, accounts }: { bags: number; seed: number; accounts?: ArrayLike<number> | undefined },
): Bag[] {
  return Array.from({ length: bags }, (_, index) => {
    const held = new Uint8Array(rows);
    for (let row = 0; row < rows; row++)
      held[row] = chance(seed, index, accounts ? accounts[row]! : row) < HELD_OUT ? 1 : 0;
    return { index, train: rowsWhere(held, 0), held: rowsWhere(held, 1) };
  });
}

function rowsWhere(flags: Uint8Array, flag: number): Int32Array {
  const rows = new Int32Array(flags.length);
  let count = 0;
  for (let row = 0; row < flags.length; row++) if (flags[row] === flag) rows[count++] = row;
  return rows.slice(0, count);
}
