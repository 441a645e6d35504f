import type { Mover, Movers } from '@ascent/api';
import { Cluster, inLocale, type ReaderCatalogue } from '@ascent/schemas';
import {
  ClusterChip,
  CodeChip,
  formatBand,
  formatCount,
  formatInteger,
  formatPoints,
  formatScore,
  Panel,
  Skeleton,
  Tabs,
  TextLink,
  uiWords,
} from '@ascent/ui';
import { getTranslations } from 'next-intl/server';
import { appLocale } from '@/i18n/app-locale';
import { caller } from '@/server/reader';
import { codeOf } from '../account/code-of';
import { AppLink } from '../shell/app-link';
import { MOVER_KINDS, type OverviewView, overviewHref } from './overview-view';

/** Who entered, left or moved inside Act Now, best first, and what moved them. */
export async function MoversPanel({ view, catalogue }: { view: OverviewView; catalogue: ReaderCatalogue }) {
  const t = await getTranslations('overview');
  const locale = await appLocale();
  const words = uiWords(locale);
  const calls = await caller();
  const movers = await calls.release.movers({ kind: view.kind });
  const withRevenue = movers.rows.some((row) => row.revenuePotential !== undefined);
  return (
    <Panel tabs={<KindTabs view={view} movers={movers} />} label={t('movers')}>
      {movers.rows.length === 0 ? (
        <p className="void">{t(`noMovers.${view.kind}`)}</p>
      ) : (
        <table className="tb cards-narrow" aria-label={t(`kinds.${view.kind}`)}>
          <colgroup>
            <col />
            <col width={132} />
            <col width={52} />
            <col width={118} />
            <col width={84} />
            <col width={76} />
            <col width={196} />
            {withRevenue && <col width={104} />}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{t('account')}</th>
              <th scope="col">{words.product}</th>
              <th scope="col" className="mid">
                {t('from')}
              </th>
              <th scope="col">{t('to')}</th>
              <th scope="col" className="num">
                {words.scores.fit}
              </th>
              <th scope="col" className="num">
                {words.scores.intent}
              </th>
              <th scope="col">{t('reason')}</th>
              {withRevenue && (
                <th scope="col" className="num">
                  {t('potential')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {movers.rows.map((row) => (
              <MoverRow
                key={`${row.accountId} ${row.product}`}
                row={row}
                catalogue={catalogue}
                reason={reasonText(row, t, locale)}
                locale={locale}
                fresh={view.kind === 'new' ? t('firstScored') : null}
              />
            ))}
          </tbody>
        </table>
      )}
      <p className="px-3.5 py-2.5 muted xs">
        {t('moversFoot', {
          accounts: formatCount(movers.accounts, words.account, locale),
          scores: formatInteger(movers.scores, locale),
        })}
      </p>
    </Panel>
  );
}

type Locale = Awaited<ReturnType<typeof appLocale>>;
type Words = Awaited<ReturnType<typeof getTranslations<'overview'>>>;

function reasonText(row: Mover, t: Words, locale: Locale): string {
  if (!row.reason) return t('noReason');
  const { names, delta, kind } = row.reason;
  return `${inLocale(names, locale)}, ${formatPoints(delta, locale)} ${uiWords(locale).scores[kind].toLocaleLowerCase(locale)}`;
}

type MoverRowProps = {
  row: Mover;
  catalogue: ReaderCatalogue;
  reason: string;
  fresh: string | null;
  locale: Locale;
};

function MoverRow({ row, catalogue, reason, fresh, locale }: MoverRowProps) {
  const product = catalogue.products.find((each) => each.id === row.product);
  const cluster = Cluster.safeParse(row.cluster);
  const name = product ? inLocale(product.words, locale) : row.product;
  return (
    <tr>
      <td data-card="title">
        <TextLink href={`/accounts/${row.accountId}?product=${row.product}`} title={row.name} Link={AppLink}>
          {row.name}
        </TextLink>
      </td>
      <td title={name}>{name}</td>
      <td className="mid" data-card="hide">
        {row.from === '' ? (
          <span className="muted">{uiWords(locale).isNew}</span>
        ) : (
          <CodeChip code={codeOf(row.from)} locale={locale} />
        )}
      </td>
      <td data-card="end">
        <ClusterChip cluster={cluster.success ? cluster.data : null} code={codeOf(row.to)} locale={locale} />
      </td>
      <td className="num">{formatScore(row.fit, locale)}</td>
      <td className="num">{formatScore(row.intent, locale)}</td>
      <td title={fresh ?? reason} data-card="wide">
        {fresh ?? reason}
      </td>
      {row.revenuePotential !== undefined && (
        <td className={row.revenuePotential ? 'num' : 'num ns'}>
          {formatBand(row.revenuePotential || null, locale)}
        </td>
      )}
    </tr>
  );
}

async function KindTabs({ view, movers }: { view: OverviewView; movers: Movers }) {
  const t = await getTranslations('overview');
  const locale = await appLocale();
  const items = MOVER_KINDS.map((kind) => ({
    href: overviewHref({ ...view, kind }),
    label: t(`kinds.${kind}`),
    current: kind === view.kind,
    ...(kind === movers.kind ? { count: formatInteger(movers.accounts, locale) } : {}),
  }));
  return <Tabs label={t('movers')} items={items} Link={AppLink} />;
}

export function MoversLoading() {
  return (
    <Panel label="…">
      <div className="flex flex-col gap-4 p-4" aria-busy="true">
        {[90, 70, 80, 60, 75, 65].map((width) => (
          <Skeleton key={width} width={width} />
        ))}
      </div>
    </Panel>
  );
}
