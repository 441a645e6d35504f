import { fineTable } from '../ebm/bin-rows';
import { findFeature } from '../ebm/bins';
import { type EbmTable, takeRows } from '../ebm/table';
import { columnDrift, type Drift, rateDrift, termDrift } from '../guard/drift';
import { findLeaks, type Leak } from '../guard/leakage';
import type { Part, PartResult } from './evaluate-part';

/** Columns of the learning rows that look as if they were filled in after the outcome. */
export function leaksOf(table: EbmTable, { train }: Part): Leak[] {
  const rows = takeRows(table, train);
  return findLeaks(
    fineTable(
      rows.columns.map((column) => findFeature(column)),
      rows,
    ),
    rows.times,
  );
}

/** How the rows that test differ from those that were learnt from: in their columns, their rate, and what terms say. */
export function driftOf(table: EbmTable, { train, test }: Part, { fitted }: PartResult): Drift[] {
  const { features } = fitted.model;
  const [older, newer] = [takeRows(table, train), takeRows(table, test)].map((rows) =>
    fineTable(features, rows),
  );
  const rate = rateDrift(older!.labels, newer!.labels);
  return [...(rate ? [rate] : []), ...columnDrift(older!, newer!), ...termDrift(fitted.model, newer!)];
}
