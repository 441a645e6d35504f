'use client';
import { LocaleSwitch } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { remember } from '@/i18n/remember';
import { useAppLocale } from '@/i18n/use-app-locale';

export function LocaleChoice() {
  const router = useRouter();
  return (
    <LocaleSwitch
      value={useAppLocale()}
      onChange={(locale) => {
        remember('ascent-locale', locale);
        router.refresh();
      }}
    />
  );
}
