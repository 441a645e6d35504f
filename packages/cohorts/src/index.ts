export * from './compile';
export * from './evaluate';
export * from './explain';
export * from './format';
export * from './parse';
export * from './rule';
