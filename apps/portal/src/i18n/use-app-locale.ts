import type { Locale } from '@ascent/schemas';
import { useLocale } from 'next-intl';

export function useAppLocale(): Locale {
  return useLocale() === 'pt-BR' ? 'pt-BR' : 'en';
}
