import type { CohortLine, ReaderRelease } from '@ascent/api';
import { Columns, formatPeriod, Page, PageHeader, Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { groupPlays } from '../cohort/play-groups';
import { PageTop } from '../shell/page-top';
import { FreezeForm } from './freeze-form';
import { NeedsRole } from './needs-role';
import { playChoices } from './play-choice';

/** `asked` is a cohort that a link named. */
export function FreezePage({ cohorts, release, asked, mayFreeze }: FreezePageProps) {
  const t = useTranslations('freeze');
  const nav = useTranslations('nav');
  const locale = useAppLocale();
  const period = formatPeriod(release.period, locale);
  const groups = groupPlays(cohorts, release.catalogue, locale);
  return (
    <>
      <PageTop
        crumbs={[{ label: nav('audiences'), href: '/audiences' }, { label: t('title') }]}
        release={release}
      />
      <Page>
        <PageHeader title={t('title')}>{t('intro', { period })}</PageHeader>
        {!mayFreeze && <NeedsRole />}
        <Columns layout="side-end" sideWidth={340}>
          <Panel title={t('choose')} padded>
            <FreezeForm choices={playChoices(groups, locale)} asked={asked} mayFreeze={mayFreeze} />
          </Panel>
          <Panel title={t('meaning')} padded>
            <ul className="flex list-disc flex-col gap-2 pl-4">
              <li>{t('fixed', { period })}</li>
              <li>{t('own')}</li>
              <li>{t('file')}</li>
            </ul>
          </Panel>
        </Columns>
      </Page>
    </>
  );
}

type FreezePageProps = { cohorts: CohortLine[]; release: ReaderRelease; asked?: string; mayFreeze: boolean };
