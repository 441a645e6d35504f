export * from './app';
export * from './auth';
export * from './host';
export * from './portal';
