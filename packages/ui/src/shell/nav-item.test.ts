import { expect, test } from 'vitest';
import { isCurrent, splitForPhone } from './nav-item';

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

test('a phone shows four places, the others are behind one more', () => {
  const item = (href: string) => ({ href, label: href, icon: null });
  const groups = [
    { id: 'data', items: ['/a', '/b', '/c'].map(item) },
    { id: 'work', items: ['/d', '/e'].map(item) },
  ];
  const { bottom, others } = splitForPhone(groups);
  expect(bottom.map((each) => each.href)).toEqual(['/a', '/b', '/c', '/d']);
  expect(others.map((each) => each.href)).toEqual(['/e']);
});
