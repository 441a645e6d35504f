import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json';

describe('a document as one text', () => {
  test('is the same whatever the order of its names, at any depth', () => {
    const one = { b: [{ y: 1, x: null }], a: { d: 'x', c: true } };
    const other = { a: { c: true, d: 'x' }, b: [{ x: null, y: 1 }] };
    expect(canonicalJson(one)).toBe(canonicalJson(other));
    expect(JSON.parse(canonicalJson(one))).toEqual(one);
  });

  test.each([
    ['another order of a list', { a: [1, 2] }, { a: [2, 1] }],
    ['another value', { a: 1 }, { a: '1' }],
    ['a name more', { a: 1 }, { a: 1, b: null }],
  ])('differs by %s', (_, one, other) => {
    expect(canonicalJson(one)).not.toBe(canonicalJson(other));
  });
});
