/**
 * The area under the ROC curve that scores may expect when every row buys with its own true chance: each row counts as
 * a positive by its chance and as a negative by the rest of it. Ties count half; null without both.
 */
export function expectedAuc(scores: ArrayLike<number>, chances: ArrayLike<number>): number | null {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  let [below, won, positives] = [0, 0, 0];
  for (let from = 0; from < order.length; ) {
    let to = from;
    let [p, n] = [0, 0];
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) {
      const chance = chances[order[to++]!]!;
      p += chance;
      n += 1 - chance;
    }
    won += p * (below + n / 2);
    below += n;
    positives += p;
    from = to;
  }
  return positives > 0 && below > 0 ? won / (positives * below) : null;
}
