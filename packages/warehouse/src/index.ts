export * from './client';
export { migrateWarehouse } from './migrate';
export { createFeedTable, feedColumns, feedTable, latestRows } from './tables/feed-tables';
export { fieldSql } from './tables/field-check';
export * from './tables/load';
export { MappingError } from './tables/load-mapping';
export { addColumns, type ColumnSpec, quoted } from './tables/release-tables';
export * from './tables/tenant-reader';
export { WarehouseError } from './warehouse-error';
