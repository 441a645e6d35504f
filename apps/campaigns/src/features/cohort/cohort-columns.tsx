import type { CohortLine } from '@ascent/api';
import { inLocale } from '@ascent/schemas';
import { CLUSTER_ORDER, type Column, formatInteger, LinkButton, TextLink, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { portalAddress } from '@/server/portal-address';
import { AppLink } from '../shell/app-link';
import { clusterCounts } from './cluster-counts';
import { MembersBar } from './members-bar';
import { playName } from './play-groups';

/** Equal widths in every area's table, so that numbers stand in line down the page. */
export function useCohortColumns({ longest, mayFreeze }: { longest: number; mayFreeze: boolean }) {
  const t = useTranslations('cohorts');
  const locale = useAppLocale();
  const words = uiWords(locale);
  const count = (value: number) => formatInteger(value, locale);
  const name: Column<CohortLine> = {
    id: 'name',
    header: t('play'),
    card: 'title',
    cell: (cohort) => (
      <div className="two" data-testid={`cohort-${cohort.id}`}>
        <span className="b">{playName(cohort, locale)}</span>
        <small>{inLocale(cohort.productWords, locale)}</small>
      </div>
    ),
  };
  const bar: Column<CohortLine> = {
    id: 'bar',
    header: t('byCluster'),
    width: 'clamp(110px, 12vw, 168px)',
    card: 'wide',
    cell: (cohort) => <MembersBar counts={clusterCounts(cohort)} total={cohort.total} longest={longest} />,
  };
  const members: Column<CohortLine> = {
    id: 'members',
    header: t('members'),
    align: 'right',
    width: '88px',
    cell: (cohort) => <Members cohort={cohort} />,
  };
  const clusters = CLUSTER_ORDER.map(
    (cluster): Column<CohortLine> => ({
      id: cluster,
      header: words.clusters[cluster],
      align: 'right',
      width: '80px',
      cell: (cohort) => (
        <span className={cluster === 'Act Now' ? 'b' : 'dim'}>{count(clusterCounts(cohort)[cluster])}</span>
      ),
    }),
  );
  const notScored: Column<CohortLine> = {
    id: 'not-scored',
    header: words.notScored,
    align: 'right',
    width: '108px',
    cell: (cohort) => <span className="muted">{count(clusterCounts(cohort).notScored)}</span>,
  };
  const freeze: Column<CohortLine> = {
    id: 'freeze',
    header: <span className="sr">{t('freeze')}</span>,
    label: t('freeze'),
    align: 'right',
    width: '104px',
    card: 'end',
    cell: (cohort) => <FreezeLink cohort={cohort} />,
  };
  return [name, bar, members, ...clusters, notScored, ...(mayFreeze ? [freeze] : [])];
}

/** The count leads to the accounts it counts. */
function Members({ cohort }: { cohort: CohortLine }) {
  const t = useTranslations('cohorts');
  const locale = useAppLocale();
  const count = formatInteger(cohort.total, locale);
  if (cohort.total === 0) return <span className="muted">{count}</span>;
  const query = new URLSearchParams({ product: cohort.product, cohort: cohort.id });
  return (
    <TextLink
      href={portalAddress(`/accounts?${query}`)}
      aria-label={t('openMembers', { count, name: playName(cohort, locale) })}
    >
      {count}
    </TextLink>
  );
}

function FreezeLink({ cohort }: { cohort: CohortLine }) {
  const t = useTranslations('cohorts');
  const locale = useAppLocale();
  if (cohort.total === 0) return null;
  return (
    <LinkButton
      href={`/audiences/new?cohort=${encodeURIComponent(cohort.id)}`}
      size="s"
      aria-label={t('freezeNamed', { name: playName(cohort, locale) })}
      Link={AppLink}
    >
      {t('freeze')}
    </LinkButton>
  );
}
