import type { Locale } from '@ascent/schemas';

export const LOCALE_COOKIE = 'ascent-locale';

export function toLocale(tag: string): Locale {
  return tag === 'pt-BR' ? 'pt-BR' : 'en';
}

/** The reader's choice, or else the first of the browser's languages that the product speaks. */
export function chooseLocale(chosen: string | undefined, accepted: string | null): Locale {
  if (chosen === 'en' || chosen === 'pt-BR') return chosen;
  for (const tag of (accepted ?? '').split(',')) {
    const language = tag.trim().toLowerCase();
    if (language.startsWith('pt')) return 'pt-BR';
    if (language.startsWith('en')) return 'en';
  }
  return 'en';
}
