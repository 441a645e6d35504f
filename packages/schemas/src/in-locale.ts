import type { Locale, Words } from './text';

/** Apart from the schema of texts, so that a browser need not load that. */
export function inLocale(words: Words, locale: Locale): string {
  return locale === 'pt-BR' ? words.pt : words.en;
}
