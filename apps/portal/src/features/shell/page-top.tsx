import type { ShownRelease } from '@ascent/api';
import { type Crumb, TopBar } from '@ascent/ui';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from './app-link';

/** Where the reader is, and as of when the numbers below are. */
export function PageTop({ crumbs, release, heading, children }: PageTopProps) {
  return (
    <TopBar
      crumbs={crumbs}
      asOf={release && { release: release.period, fit: release.fitAsOf, intent: release.intentAsOf }}
      heading={heading}
      locale={useAppLocale()}
      Link={AppLink}
    >
      {children}
    </TopBar>
  );
}

type PageTopProps = {
  crumbs: Crumb[];
  release?: ShownRelease;
  heading?: boolean;
  children?: ReactNode;
};
