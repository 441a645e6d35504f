import { Cluster, type Product, type ReaderCatalogue } from '@ascent/schemas';
import {
  ChartPanel,
  ClusterChip,
  type Column,
  DataTable,
  EmptyState,
  formatPeriod,
  formatScore,
  Panel,
  ScoreHistory,
  uiWords,
} from '@ascent/ui';
import { getTranslations } from 'next-intl/server';
import { appLocale } from '@/i18n/app-locale';
import { caller } from '@/server/reader';
import { codeOf } from './code-of';

/** The product's scores in every release that had the account; the newest stand first in the table. */
export async function HistoryPanel({ accountId, product, name }: HistoryPanelProps) {
  const t = await getTranslations('history');
  const locale = await appLocale();
  const words = uiWords(locale);
  const history = await (await caller()).account.history({ accountId });
  const lines = history.flatMap(({ period, scores }) => {
    const score = scores.find((each) => each.product === product.id);
    return score ? [{ ...score, period }] : [];
  });
  if (lines.every(({ fit, intent }) => fit === null && intent === null))
    return (
      <Panel title={t('title')} note={name}>
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      </Panel>
    );
  const columns: Column<(typeof lines)[number]>[] = [
    {
      id: 'period',
      header: words.release,
      card: 'title',
      cell: ({ period }) => formatPeriod(period, locale),
    },
    {
      id: 'cluster',
      header: words.cluster,
      width: '172px',
      card: 'end',
      cell: ({ cluster, code }) => {
        const known = Cluster.safeParse(cluster);
        return (
          <ClusterChip cluster={known.success ? known.data : null} code={codeOf(code)} locale={locale} />
        );
      },
    },
    ...(['fit', 'intent'] as const).map((kind) => ({
      id: kind,
      header: words.scores[kind],
      width: '110px',
      align: 'right' as const,
      cell: (line: (typeof lines)[number]) => formatScore(line[kind], locale),
    })),
  ];
  return (
    <ChartPanel
      title={t('title')}
      note={t('note', { product: name, count: lines.length })}
      name={t('title')}
      foot={<span>{t('foot')}</span>}
      chart={
        <ScoreHistory
          name={t('of', { product: name })}
          points={lines.map(({ period, fit, intent }) => ({ period, fit, intent }))}
          cuts={product.levelCuts}
          locale={locale}
        />
      }
      table={
        <DataTable
          columns={columns}
          rows={[...lines].reverse()}
          rowKey={({ period }) => period}
          caption={t('of', { product: name })}
          locale={locale}
        />
      }
      locale={locale}
    />
  );
}

type HistoryPanelProps = {
  accountId: string;
  product: Pick<Product, 'id'> & Pick<ReaderCatalogue['products'][number], 'levelCuts'>;
  name: string;
};
