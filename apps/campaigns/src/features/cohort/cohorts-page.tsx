import type { CohortLine, ReaderRelease } from '@ascent/api';
import { ClusterLegend, EmptyState, formatPeriod, Page, PageHeader, Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { FreezeAct } from '../audience/freeze-act';
import { NeedsRole } from '../audience/needs-role';
import { PageTop } from '../shell/page-top';
import { CohortPanels } from './cohort-panels';
import { groupPlays } from './play-groups';

/** Every solution play of the release, with its members among the reader's accounts. */
export function CohortsPage({ cohorts, release, mayFreeze }: CohortsPageProps) {
  const t = useTranslations('cohorts');
  const nav = useTranslations('nav');
  const locale = useAppLocale();
  const period = formatPeriod(release.period, locale);
  const anyMember = cohorts.some(({ total }) => total > 0);
  return (
    <>
      <PageTop crumbs={[{ label: nav('cohorts') }]} release={release} />
      <Page>
        <PageHeader title={t('title')} acts={anyMember && <FreezeAct mayFreeze={mayFreeze} />}>
          <span className="facts">
            <span>{t('playCount', { count: cohorts.length })}</span>
            <span>{t('several')}</span>
            <span>{t('membersOf', { period })}</span>
          </span>
        </PageHeader>
        {!mayFreeze && <NeedsRole />}
        {anyMember ? (
          <>
            <ClusterLegend locale={locale} />
            <CohortPanels groups={groupPlays(cohorts, release.catalogue, locale)} mayFreeze={mayFreeze} />
            <p className="hint">{t('foot')}</p>
          </>
        ) : (
          <Panel>
            <EmptyState title={t('noneTitle', { period })} level={2}>
              {t('noneText')}
            </EmptyState>
          </Panel>
        )}
      </Page>
    </>
  );
}

type CohortsPageProps = { cohorts: CohortLine[]; release: ReaderRelease; mayFreeze: boolean };
