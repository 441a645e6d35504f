import type { AccountPage, AccountQuery, ShownRelease } from '@ascent/api';
import { DataTable, formatInteger, Pager } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { gridColumns } from './grid-columns';
import { gridHref } from './grid-query';

/** Header and foot stay, the rows scroll. */
export function AccountGrid({ query, found, release, empty }: AccountGridProps) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  const from = (found.page - 1) * found.pageSize + 1;
  const to = Math.min(found.total, found.page * found.pageSize);
  const turn = (page: number) => gridHref({ ...query, page });
  const columns = gridColumns({
    query,
    catalogue: release.catalogue,
    withRevenue: found.rows.some((row) => row.revenuePotential !== undefined),
    hasPrevious: release.previousId !== null,
    locale,
    t,
  });
  return (
    <>
      <div className="gridwrap sm:[&_.tb]:min-w-[1180px]">
        <DataTable
          columns={columns}
          rows={found.rows}
          rowKey={(row) => row.accountId}
          caption={t('caption')}
          rowCount={found.total}
          rowStart={from}
          empty={empty}
          sticky
          edge
          locale={locale}
          Link={AppLink}
        />
      </div>
      <Pager
        from={found.rows.length ? from : 0}
        to={found.rows.length ? to : 0}
        total={found.total}
        previousHref={found.page > 1 ? turn(found.page - 1) : undefined}
        nextHref={to < found.total ? turn(found.page + 1) : undefined}
        locale={locale}
        Link={AppLink}
      >
        <span>
          <b data-testid="accounts-total" data-total={found.total}>
            {formatInteger(found.total, locale)}
          </b>{' '}
          {t('ofAll', { count: found.total, all: formatInteger(found.all, locale) })}
        </span>
        <span>{t('legend')}</span>
      </Pager>
    </>
  );
}

type AccountGridProps = { query: AccountQuery; found: AccountPage; release: ShownRelease; empty: ReactNode };
