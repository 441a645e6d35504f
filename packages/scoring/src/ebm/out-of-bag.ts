import type { Bag } from './bags';
import { type Labelled, logitLoss } from './loss';

/** Log-odds of the rows that at least one bag held out, averaged over those bags only. */
export type OutOfBag = { rows: Int32Array; scores: Float64Array; loss: number };

/** `held[bag]` are the log-odds of that bag's held-out rows. */
export function outOfBag(table: Labelled, bags: Pick<Bag, 'held'>[], held: Float64Array[]): OutOfBag {
  const scores = new Float64Array(table.labels.length);
  const times = new Uint16Array(table.labels.length);
  bags.forEach((bag, at) => {
    for (let i = 0; i < bag.held.length; i++) {
      scores[bag.held[i]!]! += held[at]![i]!;
      times[bag.held[i]!]! += 1;
    }
  });
  let count = 0;
  const rows = new Int32Array(scores.length);
  for (let row = 0; row < scores.length; row++) {
    if (times[row] === 0) continue;
    scores[row]! /= times[row]!;
    rows[count++] = row;
  }
  const known = rows.slice(0, count);
  return { rows: known, scores, loss: logitLoss(scores, table, known) };
}
