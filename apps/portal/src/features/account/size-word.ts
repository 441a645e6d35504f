import type { Locale } from '@ascent/schemas';
import { uiWords } from '@ascent/ui';

const PORTUGUESE: Record<string, string> = {
  'Upper Medium': 'Média superior',
  Medium: 'Média',
  'Very Small': 'Muito pequena',
};

/** Files keep the documented value; screens say it in the reader's language. */
export function sizeWord(size: string, locale: Locale): string {
  if (size === '') return uiWords(locale).unknown;
  return locale === 'pt-BR' ? (PORTUGUESE[size] ?? size) : size;
}
