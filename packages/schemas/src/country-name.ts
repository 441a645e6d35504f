import type { Locale } from './text';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
let codes: Map<string, string> | null = null;

/** A country as a file names it, in English or by its code, in the reader's language; any other text as it is. */
export function countryName(text: string, locale: Locale): string {
  codes ??= codesByName();
  const code = /^[A-Z]{2}$/.test(text) ? text : codes.get(text.toLowerCase());
  return (code && namesIn(locale).of(code)) || text;
}

function codesByName(): Map<string, string> {
  const names = namesIn('en');
  return new Map(
    LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
      const name = names.of(code);
      return name ? [[name.toLowerCase(), code] as const] : [];
    }),
  );
}

function namesIn(locale: Locale): Intl.DisplayNames {
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
}
