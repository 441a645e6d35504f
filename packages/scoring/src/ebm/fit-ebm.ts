import { fineTable } from './bin-rows';
import { findFeature } from './bins';
import { checkTable } from './check-table';
import { fitBinned } from './fit-binned';
import type { EbmOptions, FittedEbm } from './options';
import type { EbmTable } from './table';
import { hasTooManyLevels, orderedStatistics } from './target-statistics';

/** Finds bins and trains the additive model on them. */
export function fitEbm(table: EbmTable, options: EbmOptions): FittedEbm {
  checkTable(table);
  const found = table.columns.map((column) => {
    if (!hasTooManyLevels(column)) return { column, feature: findFeature(column) };
    const ordered = orderedStatistics(column, table, options.seed);
    return {
      column: ordered.column,
      feature: { ...findFeature(ordered.column), statistics: ordered.statistics },
    };
  });
  const columns = found.map(({ column }) => column);
  const features = found.map(({ feature }) => feature);
  return fitBinned(fineTable(features, { ...table, columns }), options);
}
