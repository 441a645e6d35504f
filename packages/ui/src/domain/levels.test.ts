import { DEFAULT_LEVEL_CUTS } from '@ascent/schemas';
import { expect, test } from 'vitest';
import { DEFAULT_CUTS } from './levels';

test('the default cuts are those of the schemas', () => {
  expect(DEFAULT_CUTS).toEqual(DEFAULT_LEVEL_CUTS);
});
