'use client';
import { type NavGroup, type NavItem, OrgBlock, Shell } from '@ascent/ui';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from './app-link';

/** The frame of every page behind sign-in. The grid fills the window, other pages scroll as a whole. */
export function AppShell({
  organisation,
  detail,
  groups,
  bottom,
  bottomMore,
  user,
  children,
}: AppShellProps) {
  const path = usePathname();
  return (
    <Shell
      org={<OrgBlock name={organisation} detail={detail} />}
      groups={groups}
      bottom={bottom}
      bottomMore={bottomMore}
      user={user}
      currentPath={path}
      fill={path === '/accounts'}
      locale={useAppLocale()}
      Link={AppLink}
    >
      {children}
    </Shell>
  );
}

type AppShellProps = {
  organisation: string;
  detail: string;
  groups: NavGroup[];
  bottom: NavItem[];
  bottomMore: ReactNode;
  user: ReactNode;
  children: ReactNode;
};
