import { type Column, type EbmTable, takeRows } from '../ebm/table';
import type { Part } from './evaluate-part';

/** Of so few rows with, or without, the outcome a model hardly learns more than the base rate. */
const OUTCOMES_MIN = 40;

/** What keeps a table from telling much: too few outcomes to learn from, columns that tell no two rows apart. */
export function tableNotes(table: EbmTable, { name, train }: Part): string[] {
  const rows = takeRows(table, train);
  const positives = rows.labels.reduce((sum, label) => sum + label, 0);
  const rarer = Math.min(positives, rows.labels.length - positives);
  const few =
    rarer < OUTCOMES_MIN
      ? [
          `${name}: of ${rows.labels.length} rows to learn from only ${rarer} are of the rarer outcome: expect little more than the base rate, and look for no leak`,
        ]
      : [];
  return [...few, ...rows.columns.flatMap(noteOf)];
}

function noteOf(column: Column): string[] {
  const seen = new Set<number>();
  let missing = false;
  for (const value of column.kind === 'number' ? column.values : column.codes) {
    if (column.kind === 'number' ? Number.isNaN(value) : value < 0) missing = true;
    else seen.add(value);
    if (seen.size > 1 || (seen.size === 1 && missing)) return [];
  }
  if (seen.size === 0) return [`column "${column.name}" has no value at all`];
  return [`column "${column.name}" has the same value in every row`];
}
