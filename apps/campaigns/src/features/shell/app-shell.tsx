'use client';
import { Shell, type ShellProps } from '@ascent/ui';
import { usePathname } from 'next/navigation';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from './app-link';

export function AppShell(props: Omit<ShellProps, 'currentPath' | 'locale' | 'Link'>) {
  return <Shell {...props} currentPath={usePathname()} locale={useAppLocale()} Link={AppLink} />;
}
