import { expect, test } from 'vitest';
import { clusterOfCode } from './cluster';

test.each([
  ['A1', 'Act Now'],
  ['A4', 'Act Now'],
  ['E5', 'Evaluate'],
  ['E8', 'Evaluate'],
  ['N9', 'Nurture'],
  ['ET10', 'Educate'],
] as const)('%s is %s', (code, cluster) => {
  expect(clusterOfCode(code)).toBe(cluster);
});
