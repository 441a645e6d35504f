export * from './client';
export { ensureWarehouseDatabase, migrateWarehouse } from './migrate';
export { allRows, createFeedTable, feedColumns, feedTable, latestRows } from './tables/feed-tables';
export { fieldSql } from './tables/field-check';
export * from './tables/load';
export { MappingError } from './tables/load-mapping';
export { mergeParts } from './tables/merge-parts';
export { type PartnerRow, partnersOf } from './tables/partners';
export { listRejects, type RejectedRow } from './tables/rejects';
export { addColumns, type ColumnSpec, quoted } from './tables/release-tables';
export { featuresOf, type ScoreColumn, scoreColumn, scoreColumns, scoresOf } from './tables/scoring-tables';
export {
  dropFeatureSheets,
  PROFILE_COLUMNS,
  readSheet,
  rowSheetColumns,
  type Sheets,
  sheetColumns,
  sheetSql,
  writeFeatureSheets,
} from './tables/sheets';
export * from './tables/tenant-reader';
export {
  type Condition,
  plainText,
  type Search,
  type Select,
  type Tenant,
  type Value,
} from './tables/tenant-where';
export { WarehouseError } from './warehouse-error';
