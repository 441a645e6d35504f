import type { AudienceLine, ReaderRelease } from '@ascent/api';
import { EmptyState, LinkButton, Page, PageHeader, Panel, ScrollX } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { AppLink } from '../shell/app-link';
import { PageTop } from '../shell/page-top';
import { isReady } from './audience-state';
import { AudienceTable } from './audience-table';
import { FreezeAct } from './freeze-act';
import { FreezeWatch } from './freeze-watch';
import { NeedsRole } from './needs-role';

export function AudiencesPage({ audiences, release, mayFreeze }: AudiencesPageProps) {
  const t = useTranslations('audience');
  const nav = useTranslations('nav');
  const freezing = audiences.filter((audience) => !isReady(audience)).map(({ id }) => id);
  const toCohorts = (
    <LinkButton href="/" Link={AppLink}>
      {nav('cohorts')}
    </LinkButton>
  );
  return (
    <>
      <PageTop crumbs={[{ label: nav('audiences') }]} release={release} />
      <Page>
        <PageHeader title={t('title')} acts={<FreezeAct mayFreeze={mayFreeze} />}>
          {t('intro')}
        </PageHeader>
        {!mayFreeze && <NeedsRole />}
        <FreezeWatch ids={freezing} />
        <Panel>
          <ScrollX label={t('title')}>
            <div className="min-[641px]:min-w-[820px]">
              <AudienceTable
                rows={audiences}
                release={release}
                empty={
                  <EmptyState title={t('noneTitle')} level={2} actions={toCohorts}>
                    {t('noneText')}
                  </EmptyState>
                }
              />
            </div>
          </ScrollX>
        </Panel>
      </Page>
    </>
  );
}

type AudiencesPageProps = { audiences: AudienceLine[]; release: ReaderRelease; mayFreeze: boolean };
