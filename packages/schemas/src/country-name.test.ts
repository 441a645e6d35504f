import { expect, test } from 'vitest';
import { countryName } from './country-name';

test.each([
  ['Brazil', 'pt-BR', 'Brasil'],
  ['brazil', 'pt-BR', 'Brasil'],
  ['United States', 'pt-BR', 'Estados Unidos'],
  ['DE', 'pt-BR', 'Alemanha'],
  ['DE', 'en', 'Germany'],
  ['Germany', 'en', 'Germany'],
  ['Atlantis', 'pt-BR', 'Atlantis'],
  ['', 'pt-BR', ''],
] as const)('the country %j is in %s %j', (text, locale, name) => {
  expect(countryName(text, locale)).toBe(name);
});
