import { expect, test } from 'vitest';
import { initialsOf } from './initials';

test.each([
  ['Marina Teles', 'MT'],
  ['Orvalho Alimentos S.A.', 'OS'],
  ['Zeta', 'Z'],
  ['łódź Tooling', 'ŁT'],
  ['', ''],
])('%s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
