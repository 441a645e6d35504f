import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { placed } from './placed';

test.each([
  [{ width: 0 }, { 'data-w': 0, 'data-w1': 0, 'data-w2': 0 }],
  [{ width: 12.34 }, { 'data-w': 1, 'data-w1': 2, 'data-w2': 3 }],
  [{ left: 99.96 }, { 'data-x': 10, 'data-x1': 0, 'data-x2': 0 }],
  [
    { left: -3, width: 140 },
    { 'data-x': 0, 'data-x1': 0, 'data-x2': 0, 'data-w': 10, 'data-w1': 0, 'data-w2': 0 },
  ],
  [{}, {}],
])('%j is %j', (given, attributes) => {
  expect(placed(given)).toEqual(attributes);
});

test('the sheet has a rule for every digit of them', () => {
  const sheet = readFileSync(new URL('../styles/placed.css', import.meta.url), 'utf8');
  for (const axis of ['x', 'w']) {
    for (let tens = 0; tens <= 10; tens++) expect(sheet).toContain(`[data-${axis}="${tens}"]`);
    for (let digit = 0; digit <= 9; digit++)
      for (const place of [1, 2]) expect(sheet).toContain(`[data-${axis}${place}="${digit}"]`);
  }
});
