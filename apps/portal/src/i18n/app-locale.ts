import type { Locale } from '@ascent/schemas';
import { toLocale } from '@ascent/ui';
import { getLocale } from 'next-intl/server';

/** For a page, which is async; its components use the hook. */
export async function appLocale(): Promise<Locale> {
  return toLocale(await getLocale());
}
