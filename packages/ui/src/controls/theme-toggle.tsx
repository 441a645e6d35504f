'use client';
import type { Locale } from '@ascent/schemas';
import { Monitor, Moon, Sun } from 'lucide-react';
import type { Theme } from '../settings/theme';
import { uiWords } from '../words/words';
import { Segmented } from './segmented';

/** Changes the page at once; the app keeps the choice in onChange. */
export function ThemeToggle({ value, onChange, locale }: ThemeToggleProps) {
  const words = uiWords(locale);
  const change = (theme: Theme) => {
    document.documentElement.dataset.theme = theme;
    onChange?.(theme);
  };
  return (
    <Segmented
      icons
      label={words.theme}
      value={value}
      onChange={change}
      options={[
        { value: 'light', label: words.themes.light, icon: <Sun aria-hidden /> },
        { value: 'dark', label: words.themes.dark, icon: <Moon aria-hidden /> },
        { value: 'system', label: words.themes.system, icon: <Monitor aria-hidden /> },
      ]}
    />
  );
}

export type ThemeToggleProps = { value: Theme; onChange?: (theme: Theme) => void; locale: Locale };
