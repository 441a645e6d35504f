/** With half a row of each class added, so that it is finite. */
export function priorLogit(labels: Uint8Array, rows: ArrayLike<number>): number {
  let positives = 0;
  for (let i = 0; i < rows.length; i++) positives += labels[rows[i]!]!;
  return Math.log((positives + 0.5) / (rows.length - positives + 0.5));
}

/** Mean log loss of log-odds over some rows. */
export function logitLoss(scores: Float64Array, labels: Uint8Array, rows: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const margin = labels[row] ? scores[row]! : -scores[row]!;
    sum += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
  }
  return rows.length === 0 ? 0 : sum / rows.length;
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
