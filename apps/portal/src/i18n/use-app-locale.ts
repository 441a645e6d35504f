import type { Locale } from '@ascent/schemas';
import { toLocale } from '@ascent/ui';
import { useLocale } from 'next-intl';

export function useAppLocale(): Locale {
  return toLocale(useLocale());
}
