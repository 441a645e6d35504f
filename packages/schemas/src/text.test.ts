import { expect, test } from 'vitest';
import { inLocale } from './in-locale';
import { Words } from './text';

test('words are told in the language asked for', () => {
  const words = { en: 'Security', pt: 'Segurança' };
  expect(inLocale(words, 'en')).toBe('Security');
  expect(inLocale(words, 'pt-BR')).toBe('Segurança');
});

test.each([{ en: 'x' }, { en: 'x', pt: '' }, { pt: 'x' }])('%j lacks a language', (words) => {
  expect(Words.safeParse(words).success).toBe(false);
});
