import type { CohortComparison, ReaderRelease } from '@ascent/api';
import { inLocale } from '@ascent/schemas';
import { Columns, EmptyState, FilterBar, TextLink, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { HrefSelect } from '@/client/href-select';
import { useAppLocale } from '@/i18n/use-app-locale';
import { sizeWord } from '../account/size-word';
import { gridHref } from '../grid/grid-href';
import { AppLink } from '../shell/app-link';
import { CohortFigures } from './cohort-figures';
import { CompareFrame } from './compare-frame';
import { ShareTable } from './share-table';
import { sharesOf } from './shares';

/** A cohort's members beside everybody else, in the scores of the product that the play is about. */
export function CompareCohortPage({ found, release }: CompareCohortPageProps) {
  const t = useTranslations('compare');
  const locale = useAppLocale();
  const words = uiWords(locale);
  const { cohorts, products } = release.catalogue;
  const { members, rest, cohort, product } = found;
  const chosen = cohorts.find(({ id }) => id === cohort)!;
  const of = products.find(({ id }) => id === product);
  const href = (id: string) => `/compare/cohort?${new URLSearchParams({ cohort: id })}`;
  const shares = (part: 'sizes' | 'countries' | 'industries') =>
    sharesOf(
      { accounts: members.accounts, counts: members[part] },
      { accounts: rest.accounts, counts: rest[part] },
    );
  const clusters = members.clusters.map(({ cluster, n }) => ({
    value: cluster,
    members: members.accounts ? n / members.accounts : 0,
    rest: rest.accounts
      ? (rest.clusters.find((each) => each.cluster === cluster)?.n ?? 0) / rest.accounts
      : 0,
  }));
  const clusterWords: Record<string, string> = words.clusters;
  const known = (value: string) => value || words.unknown;
  return (
    <CompareFrame at="cohort" release={release} sub={inLocale(chosen.words, locale)}>
      <FilterBar
        locale={locale}
        end={
          <TextLink href={gridHref({ product, cohort })} className="xs" Link={AppLink}>
            {t('openMembers')}
          </TextLink>
        }
      >
        <HrefSelect
          label={t('cohort')}
          className="w-full sm:w-96"
          value={href(cohort)}
          options={cohorts.map(({ id, category, play }) => ({
            href: href(id),
            label: `${inLocale(category, locale)}: ${inLocale(play, locale)}`,
          }))}
        />
      </FilterBar>
      <CohortFigures members={members} rest={rest} />
      {members.accounts === 0 ? (
        <EmptyState title={t('noMembers')} level={2}>
          {t('noMembersText')}
        </EmptyState>
      ) : (
        <>
          <Columns layout="even">
            <ShareTable
              title={t('clustersOf', { product: of ? inLocale(of.words, locale) : product })}
              shares={clusters}
              wordOf={(value) => clusterWords[value] ?? words.notScored}
            />
            <ShareTable
              title={t('sizes')}
              shares={shares('sizes')}
              wordOf={(value) => sizeWord(value, locale)}
            />
          </Columns>
          <Columns layout="even">
            <ShareTable title={t('industries')} shares={shares('industries')} wordOf={known} />
            <ShareTable title={t('countries')} shares={shares('countries')} wordOf={known} />
          </Columns>
        </>
      )}
      <p className="hint">{t('shareNote')}</p>
    </CompareFrame>
  );
}

type CompareCohortPageProps = { found: CohortComparison; release: ReaderRelease };
