import type { MatrixCount } from '@ascent/api';
import { type AccountQuery, Cluster, type SegmentCode } from '@ascent/schemas';
import {
  ClusterChip,
  clusterOfCode,
  formatBand,
  formatCount,
  formatMoneyRange,
  formatScore,
  LinkButton,
  Panel,
  TextLink,
  uiWords,
} from '@ascent/ui';
import { Download, X } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { appLocale } from '@/i18n/app-locale';
import { caller } from '@/server/reader';
import { gridHref, gridParams } from '../grid/grid-href';
import { AppLink } from '../shell/app-link';

const ROWS = 10;

/** The accounts of one cell, the strongest intent first. */
export async function DrillPanel({ cell, query, closeHref }: DrillPanelProps) {
  const t = await getTranslations('matrix');
  const locale = await appLocale();
  const words = uiWords(locale);
  const product = query.product!;
  const sort = [
    { column: `${product}IntentScore`, descending: true },
    { column: `${product}FitScore`, descending: true },
  ];
  const inside: AccountQuery = {
    ...query,
    fit: [cell.fit],
    intent: [cell.intent],
    sort,
    page: 1,
    columns: [],
  };
  const found = await (await caller()).account.list({ ...inside, pageSize: ROWS });
  const code = cell.code as SegmentCode;
  const cluster = Cluster.parse(clusterOfCode(code));
  return (
    <Panel
      title={
        <span className="row nowrap">
          <ClusterChip cluster={cluster} code={code} locale={locale} />
          {formatCount(cell.n, words.account, locale)}
        </span>
      }
      end={
        <LinkButton
          href={closeHref}
          label={words.close}
          size="s"
          variant="ghost"
          icon={<X aria-hidden />}
          Link={AppLink}
        />
      }
    >
      {cell.revenue && (
        <p className="px-3.5 py-2">
          <span className="muted xs">{t('potential')}</span>{' '}
          <b>
            {formatMoneyRange(cell.revenue.low, cell.revenue.high, locale)}
            {cell.revenue.open ? '+' : ''}
          </b>
        </p>
      )}
      <table className="tb" aria-label={t('drill')}>
        <colgroup>
          <col />
          <col width={80} />
          <col width={74} />
          {cell.revenue && <col width={104} />}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('account')}</th>
            <th scope="col" className="num">
              {words.scores.fit}
            </th>
            <th scope="col" className="num">
              {words.scores.intent}
            </th>
            {cell.revenue && (
              <th scope="col" className="num">
                {t('potential')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {found.rows.map((row) => (
            <tr key={row.accountId}>
              <td>
                <TextLink
                  href={`/accounts/${row.accountId}?product=${product}`}
                  title={row.name}
                  Link={AppLink}
                >
                  {row.name}
                </TextLink>
              </td>
              <td className="num">{formatScore(row.cells[`${product}FitScore`] as number | null, locale)}</td>
              <td className="num">
                {formatScore(row.cells[`${product}IntentScore`] as number | null, locale)}
              </td>
              {cell.revenue && (
                <td className="num">
                  {formatBand(String(row.cells[`${product}RevenuePotential`] ?? '') || null, locale)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row px-3.5 py-2.5">
        <TextLink href={gridHref(inside)} Link={AppLink}>
          {t('openAll', { accounts: formatCount(found.total, words.account, locale) })}
        </TextLink>
        <span className="push" />
        <LinkButton size="s" href={`/api/view?${gridParams(inside)}`} icon={<Download aria-hidden />}>
          {t('download')}
        </LinkButton>
      </div>
    </Panel>
  );
}

type DrillPanelProps = { cell: MatrixCount; query: AccountQuery; closeHref: string };
