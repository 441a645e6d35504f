import { type BagTable, takeBag } from '../ebm/bag-table';
import { type Bag, drawBag } from '../ebm/bags';
import { fineTable } from '../ebm/bin-rows';
import { findFeature } from '../ebm/bins';
import { wholeTable } from '../ebm/job';
import type { EbmTable } from '../ebm/table';

/** One bag of a table, as its boosting sees it. */
export function plantedBag(
  table: EbmTable,
  bag: Bag = drawBag({ rows: table.labels.length, seed: 4 }, 0),
): BagTable {
  return takeBag(wholeTable(fineTable(table.columns.map(findFeature), table)), bag);
}
