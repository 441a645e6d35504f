/** Rows of one training: facts by column (number columns hold NaN for missing), labels, and where each row belongs. */
export type TrainingTable = {
  numbers: Record<string, Float64Array>;
  categories: Record<string, (string | null)[]>;
  labels: Uint8Array;
  /** Index into the training cut-offs, oldest first. */
  cutOff: Uint8Array;
  /** The same for all rows of an account; splits by account where there is one cut-off only. */
  accountHash: Uint32Array;
};

/** Row numbers of the later part (validation) and of the earlier: the last cut-off, or a fifth of the accounts. */
export function splitByTime(table: TrainingTable): { earlier: Uint32Array; later: Uint32Array } {
  const last = table.cutOff.reduce((max, each) => Math.max(max, each), 0);
  const isLater = (row: number) =>
    last === 0 ? table.accountHash[row]! % 5 === 0 : table.cutOff[row] === last;
  const earlier: number[] = [];
  const later: number[] = [];
  for (let row = 0; row < table.labels.length; row++) (isLater(row) ? later : earlier).push(row);
  return { earlier: Uint32Array.from(earlier), later: Uint32Array.from(later) };
}
