/** Labels of 0 and 1 by row, and what each row counts for; without weights every row counts once. */
export type Labelled = { labels: Uint8Array; weights?: Float64Array | null | undefined };

/** With half a row of each class added, so that it is finite. */
export function priorLogit({ labels, weights }: Labelled, rows?: ArrayLike<number>): number {
  const count = rows ? rows.length : labels.length;
  let [positives, all] = [0, 0];
  for (let i = 0; i < count; i++) {
    const row = rows ? rows[i]! : i;
    const weight = weights ? weights[row]! : 1;
    all += weight;
    if (labels[row]) positives += weight;
  }
  return Math.log((positives + 0.5) / (all - positives + 0.5));
}

/** Mean log loss of log-odds over some rows. */
export function logitLoss(
  scores: Float64Array,
  { labels, weights }: Labelled,
  rows: ArrayLike<number>,
): number {
  let [sum, all] = [0, 0];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const weight = weights ? weights[row]! : 1;
    sum += weight * lossOf(scores[row]!, labels[row]!);
    all += weight;
  }
  return all === 0 ? 0 : sum / all;
}

/** Log loss of one row's log-odds. */
export function lossOf(logit: number, label: number): number {
  const margin = label ? logit : -logit;
  return margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
