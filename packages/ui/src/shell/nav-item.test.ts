import { expect, test } from 'vitest';
import { isCurrent } from './nav-item';

test.each([
  ['/accounts', '/accounts', true],
  ['/accounts', '/accounts/a17', true],
  ['/accounts', '/accounts-old', false],
  ['/accounts?view=3', '/accounts', true],
  ['/', '/accounts', false],
  ['/', '/', true],
])('%s at %s', (href, path, expected) => {
  expect(isCurrent({ href }, path)).toBe(expected);
});

test('an exact item is not current below its address', () => {
  expect(isCurrent({ href: '/en', exact: true }, '/en/accounts')).toBe(false);
});
