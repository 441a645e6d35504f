import type { ReaderRelease, ReleaseComparison, ReleaseSide } from '@ascent/api';
import { Delta, EmptyState, FilterBar, formatDate, formatInteger, formatPeriod, ScrollX } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { HrefSelect } from '@/client/href-select';
import { useAppLocale } from '@/i18n/use-app-locale';
import { CompareFrame } from './compare-frame';
import { type Group, ReleaseTable } from './release-table';

/** Two releases side by side, as the reader saw each. */
export function CompareReleasesPage({ found, release }: CompareReleasesPageProps) {
  const t = useTranslations('compare');
  const locale = useAppLocale();
  const { a, b, choices } = found;
  const name = (side: Pick<ReleaseSide, 'id' | 'period'>) =>
    `${formatPeriod(side.period, locale)} (${side.id})`;
  const href = (from: string | undefined, to: string) =>
    `/compare/releases?${new URLSearchParams({ ...(from ? { a: from } : {}), b: to })}`;
  const groups: Group[] = ['clusters', 'scores', 'codes'];
  return (
    <CompareFrame at="releases" release={release} sub={t('releasesSub')}>
      <FilterBar locale={locale}>
        <span className="muted xs" aria-hidden="true">
          {t('from')}
        </span>
        <HrefSelect
          label={t('from')}
          className="w-60 flex-none"
          value={a ? href(a.id, b.id) : ''}
          none={a ? undefined : t('choose')}
          options={choices
            .filter(({ id }) => id !== b.id)
            .map((each) => ({ href: href(each.id, b.id), label: name(each) }))}
        />
        <span className="muted xs" aria-hidden="true">
          {t('to')}
        </span>
        <HrefSelect
          label={t('to')}
          className="w-60 flex-none"
          value={href(a?.id, b.id)}
          options={choices
            .filter(({ id }) => id !== a?.id)
            .map((each) => ({ href: href(a?.id, each.id), label: name(each) }))}
        />
      </FilterBar>
      {a ? (
        <>
          <Facts a={a} b={b} />
          {groups.map((group) => (
            <ReleaseTable key={group} group={group} a={a} b={b} catalogue={release.catalogue} />
          ))}
        </>
      ) : (
        <EmptyState title={t('oneRelease')} level={2}>
          {t('oneReleaseText')}
        </EmptyState>
      )}
    </CompareFrame>
  );
}

/** What each release is, and how many accounts it has. */
function Facts({ a, b }: { a: ReleaseSide; b: ReleaseSide }) {
  const t = useTranslations('compare');
  const locale = useAppLocale();
  return (
    <section className="panel">
      <ScrollX label={t('about')}>
        <table className="tb free">
          <caption className="sr">{t('about')}</caption>
          <thead>
            <tr>
              {['release', 'fitAsOf', 'intentAsOf'].map((head) => (
                <th key={head} scope="col">
                  {t(head)}
                </th>
              ))}
              <th scope="col" className="num">
                {t('accounts')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[a, b].map((side) => (
              <tr key={side.id}>
                <th scope="row">
                  {formatPeriod(side.period, locale)} <code className="muted xs">{side.id}</code>
                </th>
                <td>{formatDate(side.fitAsOf, locale)}</td>
                <td>{formatDate(side.intentAsOf, locale)}</td>
                <td className="num">
                  {formatInteger(side.accounts, locale)}{' '}
                  {side === b && <Delta value={b.accounts - a.accounts} plain locale={locale} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
}

type CompareReleasesPageProps = { found: ReleaseComparison; release: ReaderRelease };
