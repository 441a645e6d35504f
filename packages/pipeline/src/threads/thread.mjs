import { register } from 'tsx/esm/api';

// A thread does not take over the flags that run TypeScript from source: it says so itself.
register();
await import('./thread.ts');
