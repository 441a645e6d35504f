'use client';
import type { AccountPage } from '@ascent/api';
import type { AccountQuery } from '@ascent/schemas';
import { Button, formatInteger, formatMoneyRange, formatScore, LinkButton, Pager } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { type GridLayout, gridHref, gridParams } from './grid-href';
import type { Selection } from './use-selection';

/** What is selected and what can be done with it, then the sums over all rows that match. */
export function GridFooter({ query, layout, found, selection }: GridFooterProps) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  const from = (found.page - 1) * found.pageSize + 1;
  const to = Math.min(found.total, found.page * found.pageSize);
  const turn = (page: number) => gridHref({ ...query, page }, layout);
  const { totals } = found;
  const one = { ...query, accounts: selection.ids, page: 1 };
  return (
    <Pager
      from={found.rows.length ? from : 0}
      to={found.rows.length ? to : 0}
      total={found.total}
      previousHref={found.page > 1 ? turn(found.page - 1) : undefined}
      nextHref={to < found.total ? turn(found.page + 1) : undefined}
      locale={locale}
      Link={AppLink}
    >
      {selection.count > 0 ? (
        <span className="row nowrap" role="status">
          <span>
            <b>{formatInteger(selection.count, locale)}</b> {t('selected', { count: selection.count })}
          </span>
          <LinkButton size="s" href={`/api/view?${gridParams(selection.everything ? query : one)}`}>
            {t('downloadSelected')}
          </LinkButton>
          {!selection.everything && (
            <LinkButton size="s" variant="ghost" href={gridHref(one, layout)} Link={AppLink}>
              {t('onlyThese')}
            </LinkButton>
          )}
          {selection.ids.length === 2 && (
            <LinkButton
              size="s"
              variant="ghost"
              href={`/compare/accounts?a=${selection.ids[0]}&b=${selection.ids[1]}`}
              Link={AppLink}
            >
              {t('compareTwo')}
            </LinkButton>
          )}
          {!selection.everything && (
            <Button size="s" variant="ghost" onClick={selection.all}>
              {t('selectAll', { count: found.total, all: formatInteger(found.total, locale) })}
            </Button>
          )}
          <Button size="s" variant="ghost" onClick={selection.clear}>
            {t('clearSelection')}
          </Button>
        </span>
      ) : (
        <>
          <span>
            <b data-testid="accounts-total" data-total={found.total}>
              {formatInteger(found.total, locale)}
            </b>{' '}
            {t('ofAll', { count: found.total, all: formatInteger(found.all, locale) })}
          </span>
          <span className="wide-only">
            {t('employeesSum')} <b>{formatInteger(totals.employees, locale)}</b>
          </span>
          <span className="wide-only">
            {t('medians')}{' '}
            <b>
              {totals.fitMedian === null ? '–' : formatScore(totals.fitMedian, locale)}
              {' / '}
              {totals.intentMedian === null ? '–' : formatScore(totals.intentMedian, locale)}
            </b>
          </span>
          {totals.revenue && (
            <span
              className="wide-only"
              title={t('potentialNote', { none: formatInteger(totals.revenue.none, locale) })}
            >
              {t('potential')}{' '}
              <b>
                {formatMoneyRange(totals.revenue.low, totals.revenue.high, locale)}
                {totals.revenue.open ? '+' : ''}
              </b>
            </span>
          )}
          <span className="wide-only">{t('legend')}</span>
        </>
      )}
    </Pager>
  );
}

type GridFooterProps = {
  query: AccountQuery;
  layout: GridLayout;
  found: AccountPage;
  selection: Selection;
};
