export * from './connect';
export * from './migrate';
export * from './queue';
export * from './roles';
export * as tables from './schema';
export * from './tenant';
