import { type Labelled, lossOf } from './loss';

/** Shares are multiples of about this part of the whole: too coarse to fit the noise of the rows. */
const STEPS = 20;

/**
 * Shares of methods in a blend by their log-odds, none below 0, together 1: it begins with the best one and adds
 * whichever lowers the log loss most, with repeats, and the best blend on the way is taken.
 */
export function blendWeights(
  members: Float64Array[],
  table: Labelled,
  rows: Int32Array,
): { weights: number[]; loss: number } {
  const sums = new Float64Array(rows.length);
  const counts = members.map(() => 0);
  let best = { loss: Infinity, weights: counts };
  for (let step = 1; step <= STEPS; step++) {
    const losses = members.map((scores) => meanLoss({ sums, scores, step }, table, rows));
    const chosen = losses.reduce((a, loss, at) => (loss < losses[a]! ? at : a), 0);
    counts[chosen]! += 1;
    for (let i = 0; i < rows.length; i++) sums[i]! += members[chosen]![rows[i]!]!;
    if (losses[chosen]! < best.loss)
      best = { loss: losses[chosen]!, weights: counts.map((count) => count / step) };
  }
  return best;
}

/** By row of the table; only the given rows are filled. */
export function blendScores(members: Float64Array[], weights: number[], rows: Int32Array): Float64Array {
  const scores = new Float64Array(members[0]!.length);
  members.forEach((member, at) => {
    for (const row of rows) scores[row]! += weights[at]! * member[row]!;
  });
  return scores;
}

function meanLoss(
  { sums, scores, step }: { sums: Float64Array; scores: Float64Array; step: number },
  { labels, weights }: Labelled,
  rows: Int32Array,
): number {
  let [sum, all] = [0, 0];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const weight = weights ? weights[row]! : 1;
    sum += weight * lossOf((sums[i]! + scores[row]!) / step, labels[row]!);
    all += weight;
  }
  return all === 0 ? 0 : sum / all;
}
