import type { CohortComparison, CohortSide } from '@ascent/api';
import { formatInteger, formatMoneyRange, formatScore, Panel, ScrollX, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';

/** The figures of both groups in one line each. Revenue is the sum of bands, so it is a range. */
export function CohortFigures({ members, rest }: Pick<CohortComparison, 'members' | 'rest'>) {
  const t = useTranslations('compare');
  const locale = useAppLocale();
  const { scores } = uiWords(locale);
  const seesRevenue = members.revenue !== undefined;
  const row = (label: string, side: CohortSide) => (
    <tr>
      <th scope="row">{label}</th>
      <td className="num">{formatInteger(side.accounts, locale)}</td>
      <td className="num">{formatInteger(side.employees, locale)}</td>
      <td className="num">{formatScore(side.fitMedian, locale)}</td>
      <td className="num">{formatScore(side.intentMedian, locale)}</td>
      {side.revenue && (
        <td className="num nowrap">
          {formatMoneyRange(side.revenue.low, side.revenue.high, locale)}
          {side.revenue.open ? '+' : ''}
        </td>
      )}
    </tr>
  );
  return (
    <Panel title={t('figures')}>
      <ScrollX label={t('figures')}>
        <table className="tb free" aria-label={t('figures')}>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">{t('group')}</span>
              </th>
              {[
                t('accounts'),
                t('employees'),
                t('median', { score: scores.fit.toLowerCase() }),
                t('median', { score: scores.intent.toLowerCase() }),
                ...(seesRevenue ? [t('potential')] : []),
              ].map((head) => (
                <th key={head} scope="col" className="num">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row(t('members'), members)}
            {row(t('rest'), rest)}
          </tbody>
        </table>
      </ScrollX>
    </Panel>
  );
}
