'use client';
import type { Locale } from '@ascent/schemas';
import { Check, Globe, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { MenuItem } from '../overlays/menu';
import { uiWords } from '../words/words';
import { LOCALE_COOKIE } from './locale';
import { remember } from './remember';
import { THEME_COOKIE, type Theme } from './theme';

/** Theme, language and signing out, as entries of a menu. The browser keeps both choices. */
export function useSettingsItems({ initialTheme, locale, onLocale, onSignOut }: Settings): MenuItem[] {
  const words = uiWords(locale);
  const [theme, setTheme] = useState(initialTheme);
  const chosen = <Check className="ic-s" aria-label={words.chosen} />;
  const themeItem = (value: Theme, icon: ReactNode): MenuItem => ({
    id: `theme-${value}`,
    label: words.themes[value],
    icon,
    end: theme === value ? chosen : undefined,
    onSelect: () => {
      document.documentElement.dataset.theme = value;
      remember(THEME_COOKIE, value);
      setTheme(value);
    },
  });
  const localeItem = (value: Locale, label: string): MenuItem => ({
    id: `locale-${value}`,
    label: <span lang={value}>{label}</span>,
    icon: <Globe aria-hidden />,
    end: locale === value ? chosen : undefined,
    onSelect: () => {
      remember(LOCALE_COOKIE, value);
      onLocale();
    },
  });
  return [
    { id: 'theme', kind: 'label', label: words.theme },
    themeItem('light', <Sun aria-hidden />),
    themeItem('dark', <Moon aria-hidden />),
    themeItem('system', <Monitor aria-hidden />),
    { id: 'line-1', kind: 'line' },
    { id: 'language', kind: 'label', label: words.language },
    localeItem('pt-BR', 'Português (BR)'),
    localeItem('en', 'English'),
    { id: 'line-2', kind: 'line' },
    { id: 'out', label: words.signOut, icon: <LogOut aria-hidden />, onSelect: onSignOut },
  ];
}

export type Settings = {
  initialTheme: Theme;
  locale: Locale;
  /** The language was chosen: the app reads its page again. */
  onLocale: () => void;
  onSignOut: () => void;
};
