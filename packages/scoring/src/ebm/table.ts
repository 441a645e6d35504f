/** NaN is missing. */
export type NumberColumn = { kind: 'number'; name: string; values: Float64Array };
/** `codes` point into `levels`; -1 is missing. */
export type CategoryColumn = { kind: 'category'; name: string; codes: Int32Array; levels: string[] };
export type Column = NumberColumn | CategoryColumn;

/** Columns by row; `labels` are 0 or 1. Rows with the same `accounts` value never stand on both sides of a bag. */
export type EbmTable = {
  columns: Column[];
  labels: Uint8Array;
  accounts?: ArrayLike<number> | undefined;
  /** Numbers that rise with time, equal at the same moment; with them a model is judged on its last rows. */
  times?: ArrayLike<number> | undefined;
  /** What each row counts for, 1 when absent. */
  weights?: Float64Array | null | undefined;
};

export function takeRows(table: EbmTable, rows: Uint32Array): EbmTable {
  const { accounts, times, weights } = table;
  return {
    columns: takeColumns(table.columns, rows),
    labels: Uint8Array.from(rows, (row) => table.labels[row]!),
    ...(accounts && { accounts: Float64Array.from(rows, (row) => accounts[row]!) }),
    ...(times && { times: Float64Array.from(rows, (row) => times[row]!) }),
    ...(weights && { weights: Float64Array.from(rows, (row) => weights[row]!) }),
  };
}

export function takeColumns(columns: Column[], rows: Uint32Array): Column[] {
  return columns.map((column) =>
    column.kind === 'number'
      ? { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) }
      : { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]!) },
  );
}
