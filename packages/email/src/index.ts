export * from './release';
export * from './sign-in';
export * from './support';
