import { expect, test } from 'vitest';
import { createSeal, isSealed } from './seal';

const seal = createSeal('a secret of the tests, long enough');

test.each(['a client’s secret', '', 'x'.repeat(1000)])('what was closed opens as it was: %.20j', (secret) => {
  const closed = seal.close(secret, 'p1');
  expect(isSealed(closed)).toBe(true);
  if (secret) expect(closed).not.toContain(secret);
  expect(seal.open(closed, 'p1')).toBe(secret);
});

test('the same secret closes to another text each time', () => {
  expect(seal.close('same', 'p1')).not.toBe(seal.close('same', 'p1'));
});

test('it opens for its owner, under its key and unchanged, and in no other way', () => {
  const closed = seal.close('secret', 'p1');
  expect(() => seal.open(closed, 'p2')).toThrow();
  expect(() => createSeal('another secret of the tests, long').open(closed, 'p1')).toThrow();
  const at = closed.length - 8;
  const turned = `${closed.slice(0, at)}${closed[at] === 'A' ? 'B' : 'A'}${closed.slice(at + 1)}`;
  expect(() => seal.open(turned, 'p1')).toThrow();
});

test('what an earlier version kept readable is read as it stands', () => {
  expect(seal.open('readable', 'p1')).toBe('readable');
});
