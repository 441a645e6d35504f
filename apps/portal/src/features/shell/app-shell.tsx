'use client';
import { Shell, type ShellProps } from '@ascent/ui';
import { usePathname } from 'next/navigation';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from './app-link';

/** The frame of every page behind sign-in. The grid fills the window, other pages scroll as a whole. */
export function AppShell(props: Omit<ShellProps, 'currentPath' | 'fill' | 'locale' | 'Link'>) {
  const path = usePathname();
  return (
    <Shell {...props} currentPath={path} fill={path === '/accounts'} locale={useAppLocale()} Link={AppLink} />
  );
}
