import type { ReaderRelease } from '@ascent/api';
import { Page, PageHeader, Tabs } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AppLink } from '../shell/app-link';
import { PageTop } from '../shell/page-top';

const SIDES = ['releases', 'accounts', 'cohort'] as const;
type Side = (typeof SIDES)[number];

/** The three comparisons share one heading and one bar of tabs. */
export function CompareFrame({ at, release, sub, children }: CompareFrameProps) {
  const t = useTranslations('compare');
  const nav = useTranslations('nav');
  return (
    <>
      <PageTop crumbs={[{ label: nav('compare') }, { label: t(`tabs.${at}`) }]} release={release} />
      <Page>
        <PageHeader title={t(`titles.${at}`)}>{sub}</PageHeader>
        <Tabs
          label={nav('compare')}
          items={SIDES.map((side) => ({
            href: `/compare/${side}`,
            label: t(`tabs.${side}`),
            current: side === at,
          }))}
          Link={AppLink}
        />
        {children}
      </Page>
    </>
  );
}

type CompareFrameProps = { at: Side; release: ReaderRelease; sub?: ReactNode; children: ReactNode };
