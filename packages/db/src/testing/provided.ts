import type {} from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The test run's PostgreSQL, as its owner. */
    postgresUrl: string;
  }
}
