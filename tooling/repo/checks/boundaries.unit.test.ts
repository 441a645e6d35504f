import { expect, test } from 'vitest';
import { type Package, violations } from './boundaries';

const base: Package = {
  name: '@ascent/scoring',
  folder: 'packages/scoring',
  dependencies: ['@ascent/schemas'],
  devDependencies: [],
  files: [],
};
/** Built, so that the check does not take these for imports of this file. */
const use = (target: string) => `import { x } from ${JSON.stringify(target)};`;
const withFile = (text: string, path = 'packages/scoring/src/a.ts', over: Partial<Package> = {}) =>
  violations([{ ...base, ...over, files: [{ path, text }] }]);

test('a package that keeps to the house has nothing to answer for', () => {
  expect(withFile(`${use('@ascent/schemas')}\n${use('./b')}`)).toEqual([]);
});

test.each([
  ['an upward dependency', violations([{ ...base, dependencies: ['@ascent/services'] }])],
  ['a sideways dependency', violations([{ ...base, dependencies: ['@ascent/cohorts'] }])],
  ['an undeclared import', withFile(use('@ascent/db'))],
  ['a path into another package', withFile(use('../../db/src/x'))],
  ['I/O in a pure package', withFile(use('node:fs/promises'))],
  ['a clock in a pure package', withFile('export const now = () => Date.now();')],
  ['chance in a pure package', withFile('export const r = Math.random();')],
  ['the environment outside env.ts', withFile('export const x = process.env.X;')],
  ['drizzle outside the stores', withFile(use('drizzle-orm'))],
  ['the warehouse behind its back', withFile(use('@clickhouse/client'))],
  ['a package that is not of the house', violations([{ ...base, name: '@ascent/misc' }])],
])('%s is named', (_what, found) => {
  expect(found).toHaveLength(1);
});
