'use client';
import { LOCALE_COOKIE, LocaleSwitch, remember } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useAppLocale } from '@/i18n/use-app-locale';

export function LocaleChoice() {
  const router = useRouter();
  return (
    <LocaleSwitch
      value={useAppLocale()}
      onChange={(locale) => {
        remember(LOCALE_COOKIE, locale);
        router.refresh();
      }}
    />
  );
}
