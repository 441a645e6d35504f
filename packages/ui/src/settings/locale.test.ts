import { describe, expect, test } from 'vitest';
import { chooseLocale } from './locale';

describe('the language of a page', () => {
  test.each([
    ['pt-BR', 'en-US,en;q=0.9', 'pt-BR'],
    ['fr', 'pt-PT,pt;q=0.9', 'pt-BR'],
    [undefined, 'de-DE,pt;q=0.8,en;q=0.7', 'pt-BR'],
    [undefined, 'en-GB', 'en'],
    [undefined, 'ja', 'en'],
    [undefined, null, 'en'],
  ] as const)('chosen %s, accepted %s: %s', (chosen, accepted, locale) => {
    expect(chooseLocale(chosen, accepted)).toBe(locale);
  });
});
