'use client';
import type { LOCALE_COOKIE } from './locale';
import type { THEME_COOKIE } from './theme';

/** Whether single keys act on pages: 'on' or 'off'. */
export const KEYS_COOKIE = 'ascent-keys';

const YEAR_SECONDS = 31_536_000;

/** Choices of the browser, not of the account: they hold before sign-in too, and in every app of the host name. */
export function remember(
  cookie: typeof LOCALE_COOKIE | typeof THEME_COOKIE | typeof KEYS_COOKIE,
  value: string,
) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${cookie}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
