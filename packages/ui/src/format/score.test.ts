import { expect, test } from 'vitest';
import { formatPoints, formatScore, formatSigned } from './score';

test.each([
  [843, '84.3', '84,3'],
  [0, '0.0', '0,0'],
  [1000, '100.0', '100,0'],
  [null, 'not scored', 'sem pontuação'],
])('score of %s', (deci, en, pt) => {
  expect(formatScore(deci, 'en')).toBe(en);
  expect(formatScore(deci, 'pt-BR')).toBe(pt);
});

test.each([
  [123, '+12.3', '+12,3'],
  [-40, '−4.0', '−4,0'],
  [0, '0.0', '0,0'],
])('points of %d', (deci, en, pt) => {
  expect(formatPoints(deci, 'en')).toBe(en);
  expect(formatPoints(deci, 'pt-BR')).toBe(pt);
});

test('signed counts', () => {
  expect([41, -7, 0, 1200].map((n) => formatSigned(n, 'en'))).toEqual(['+41', '−7', '0', '+1,200']);
});
