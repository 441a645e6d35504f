/** Metrics of a propensity over rows: `p` is a probability or any score (for AUC), `y` is 0 or 1. */

/** Area under the ROC curve, ties counted half; null when a class is absent. */
export function rocAuc(p: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const order = descending(p).reverse();
  let positives = 0;
  let rankSum = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && p[order[end]!] === p[order[start]!]) end += 1;
    const rank = (start + 1 + end) / 2;
    for (let i = start; i < end; i++) {
      if (y[order[i]!]) {
        positives += 1;
        rankSum += rank;
      }
    }
    start = end;
  }
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) return null;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

export function logLoss(p: ArrayLike<number>, y: ArrayLike<number>): number | null {
  if (p.length === 0) return null;
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const bounded = Math.min(1 - 1e-7, Math.max(1e-7, p[i]!));
    sum -= y[i] ? Math.log(bounded) : Math.log(1 - bounded);
  }
  return sum / p.length;
}

/** Positive rate among rows that pass the test over the base rate; null without positives or rows. */
export function liftWhere(passes: (row: number) => boolean, y: ArrayLike<number>): number | null {
  let rows = 0;
  let hits = 0;
  let positives = 0;
  for (let i = 0; i < y.length; i++) {
    positives += y[i]!;
    if (!passes(i)) continue;
    rows += 1;
    hits += y[i]!;
  }
  if (rows === 0 || positives === 0) return null;
  return hits / rows / (positives / y.length);
}

function descending(p: ArrayLike<number>): number[] {
  return Array.from({ length: p.length }, (_, i) => i).sort((a, b) => p[b]! - p[a]!);
}
