export type Theme = 'light' | 'dark' | 'system';

export const THEME_COOKIE = 'ascent-theme';

/** The browser's choice from its cookie. */
export function readTheme(cookie: string | undefined): Theme {
  return cookie === 'light' || cookie === 'dark' ? cookie : 'system';
}
