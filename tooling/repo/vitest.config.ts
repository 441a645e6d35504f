import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongFilesFirst } from './long-files-first.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PURE = '{schemas,scoring,cohorts,market,email,ui}';
const exclude = ['**/node_modules/**', '**/.next/**', '**/*.soak.test.ts'];

/** Pure tests need nothing; the others run against one real pair of stores, each file in databases of its own. */
export default defineConfig({
  root,
  test: {
    sequence: { sequencer: LongFilesFirst },
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: [`packages/${PURE}/src/**/*.test.ts`, 'tooling/**/*.unit.test.ts'],
          exclude,
        },
      },
      {
        root,
        test: {
          name: 'stores',
          include: ['packages/*/src/**/*.test.ts', 'apps/worker/src/**/*.test.ts'],
          exclude: [...exclude, `packages/${PURE}/src/**`],
          globalSetup: [fileURLToPath(new URL('./test-stores.ts', import.meta.url))],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // A third of the time goes into reading the same modules for each file; the stores keep files apart.
          isolate: false,
        },
      },
      {
        root,
        test: {
          name: 'soak',
          include: ['{apps,packages}/*/src/**/*.soak.test.ts'],
          globalSetup: [fileURLToPath(new URL('./test-stores.ts', import.meta.url))],
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['tooling/repo/e2e/**/*.test.ts'],
          exclude,
          globalSetup: [fileURLToPath(new URL('./e2e/served.ts', import.meta.url))],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
