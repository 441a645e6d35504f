import { rowsWhere, type TrainingRows } from './training-rows';

const TEST_ACCOUNTS = 5;
/** Cut-offs from before the first sales are empty: with fewer purchases than this they teach nothing. */
const TEACHING_POSITIVES = 40;

/** `train` teaches, `test` judges; `how` says by what they are apart. */
export type TimeSplit = { train: Uint32Array; test: Uint32Array; how: 'time' | 'accounts' };

/** Accounts that never teach any model of any month: champion and challenger meet on them as equals. */
const JURY_SHARE = 10;

/** Whether an account belongs to those that never teach. */
export function isJury(accountHash: number): boolean {
  return Math.floor(accountHash / 7) % JURY_SHARE === 0;
}

/** Rows that teach, and the rows of the latest cut-off on which models are compared. */
export function splitJury(rows: TrainingRows): { teach: Uint32Array; jury: Uint32Array } {
  const last = rows.cutOffDays.length - 1;
  return {
    teach: rowsWhere(rows, (row) => !isJury(rows.account[row]!)),
    jury: rowsWhere(rows, (row) => rows.cutOff[row] === last && isJury(rows.account[row]!)),
  };
}

/**
 * The latest cut-off tests. Earlier ones teach if what counted for them had ended by then; where those have too few purchases, a fifth of
 * the accounts tests at the latest cut-off and all others teach, so that no purchase stands on both sides.
 */
export function splitByTime(rows: TrainingRows): TimeSplit {
  const last = rows.cutOffDays.length - 1;
  const lastDay = rows.cutOffDays[last]!;
  const ended = rows.cutOffDays.map((day) => day + rows.labelDays <= lastDay);
  const train = rowsWhere(rows, (row) => ended[rows.cutOff[row]!]! && !isJury(rows.account[row]!));
  const taught = train.reduce((sum, row) => sum + rows.labels[row]!, 0);
  if (taught >= TEACHING_POSITIVES) {
    const test = rowsWhere(rows, (row) => rows.cutOff[row] === last);
    return { train, test, how: 'time' };
  }
  const tests = (row: number) => rows.account[row]! % TEST_ACCOUNTS === 0;
  return {
    train: rowsWhere(rows, (row) => !tests(row) && !isJury(rows.account[row]!)),
    test: rowsWhere(rows, (row) => tests(row) && rows.cutOff[row] === last),
    how: 'accounts',
  };
}
