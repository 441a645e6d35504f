'use client';
const YEAR_SECONDS = 31_536_000;

/** Choices of the browser, not of the account: they hold before sign-in too. */
export function remember(cookie: 'ascent-locale' | 'ascent-theme', value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${cookie}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
