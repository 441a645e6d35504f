import type { CohortLine } from '@ascent/api';
import { DataTable, Panel, ScrollX } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { useCohortColumns } from './cohort-columns';
import type { PlayGroup } from './play-groups';

/** A panel for each solution area, a row for each play. */
export function CohortPanels({ groups, mayFreeze }: { groups: PlayGroup[]; mayFreeze: boolean }) {
  const t = useTranslations('cohorts');
  const locale = useAppLocale();
  const longest = Math.max(...groups.flatMap(({ plays }) => plays.map(({ total }) => total)));
  const columns = useCohortColumns({ longest, mayFreeze });
  return groups.map(({ id, name, plays }) => (
    <Panel key={id} title={name} note={t('playCount', { count: plays.length })}>
      <ScrollX label={t('captionOf', { name })}>
        <div className="min-[641px]:min-w-[920px]">
          <DataTable
            columns={columns}
            rows={plays}
            rowKey={(cohort: CohortLine) => cohort.id}
            caption={t('captionOf', { name })}
            locale={locale}
          />
        </div>
      </ScrollX>
    </Panel>
  ));
}
