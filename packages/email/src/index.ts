export * from './sign-in';
export * from './support';
