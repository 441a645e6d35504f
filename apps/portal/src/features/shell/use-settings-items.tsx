'use client';
import { type MenuItem, type Theme, uiWords } from '@ascent/ui';
import { Check, Globe, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { remember } from '@/i18n/remember';
import { useAppLocale } from '@/i18n/use-app-locale';

/** Theme, language and signing out, as entries of a menu. */
export function useSettingsItems(initialTheme: Theme): MenuItem[] {
  const t = useTranslations('nav');
  const locale = useAppLocale();
  const router = useRouter();
  const [theme, setTheme] = useState(initialTheme);
  const words = uiWords(locale);
  const chooseTheme = (next: Theme) => {
    document.documentElement.dataset.theme = next;
    remember('ascent-theme', next);
    setTheme(next);
  };
  const themeItem = (value: Theme, icon: React.ReactNode): MenuItem => ({
    id: `theme-${value}`,
    label: words.themes[value],
    icon,
    end: theme === value ? <Check className="ic-s" aria-label={t('chosen')} /> : undefined,
    onSelect: () => chooseTheme(value),
  });
  const localeItem = (value: 'en' | 'pt-BR', label: string): MenuItem => ({
    id: `locale-${value}`,
    label: <span lang={value}>{label}</span>,
    icon: <Globe aria-hidden />,
    end: locale === value ? <Check className="ic-s" aria-label={t('chosen')} /> : undefined,
    onSelect: () => {
      remember('ascent-locale', value);
      router.refresh();
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
    { id: 'out', label: t('signOut'), icon: <LogOut aria-hidden />, onSelect: signOut },
  ];
}

async function signOut() {
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  // A full load: nothing of the signed-in pages stays in the router's cache.
  window.location.assign('/sign-in');
}
