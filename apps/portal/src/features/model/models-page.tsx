import type { ModelLine } from '@ascent/api';
import { inLocale } from '@ascent/schemas';
import { type Column, DataTable, EmptyState, formatPeriod, Page, Panel, ScrollX, Tag } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { PageTop } from '../shell/page-top';
import { DECISION_TONE, useModelWords } from './model-words';

/** Every model, those that serve first. */
export function ModelsPage({ models }: { models: ModelLine[] }) {
  const t = useTranslations('models');
  const nav = useTranslations('nav');
  const serving = models.filter((model) => model.serving);
  const others = models.filter((model) => !model.serving);
  return (
    <>
      <PageTop crumbs={[{ label: nav('models') }]} heading />
      <Page>
        <Panel title={t('serving')} note={t('servingNote')}>
          <ModelTable rows={serving} caption={t('serving')} />
        </Panel>
        <Panel title={t('others')} note={t('othersNote')}>
          <ModelTable rows={others} caption={t('others')} />
        </Panel>
      </Page>
    </>
  );
}

function ModelTable({ rows, caption }: { rows: ModelLine[]; caption: string }) {
  const t = useTranslations('models');
  const locale = useAppLocale();
  const words = useModelWords(locale);
  const columns: Column<ModelLine>[] = [
    {
      id: 'product',
      header: t('product'),
      width: '190px',
      card: 'title',
      cell: ({ id, productWords, card }) => {
        const name = inLocale(productWords, locale);
        if (!card) return <span title={id}>{name}</span>;
        return (
          <AppLink className="b" href={`/admin/models/${encodeURIComponent(id)}`} title={id}>
            {name}
          </AppLink>
        );
      },
    },
    { id: 'kind', header: t('kind'), width: '104px', cell: ({ kind }) => words.kind(kind) },
    {
      id: 'method',
      header: t('method'),
      width: '236px',
      cell: ({ card }) => <span className="dim">{card ? words.method(card.method) : t('unknown')}</span>,
    },
    {
      id: 'decision',
      header: t('decision'),
      width: '176px',
      card: 'end',
      cell: ({ card }) =>
        card ? (
          <Tag tone={DECISION_TONE[card.decision]}>{words.decision(card.decision)}</Tag>
        ) : (
          <Tag tone="line">{t('earlier')}</Tag>
        ),
    },
    {
      id: 'auc',
      header: 'AUC',
      width: '118px',
      align: 'right',
      cell: ({ card }) => words.figure(card?.auc ?? null, 3),
    },
    {
      id: 'lift',
      header: t('highLift'),
      width: '128px',
      align: 'right',
      cell: ({ card }) => words.figure(card?.highLevelLift ?? null, 2),
    },
    {
      id: 'period',
      header: t('period'),
      width: '148px',
      cell: ({ period }) => <span className="dim">{formatPeriod(period, locale)}</span>,
    },
  ];
  return (
    <ScrollX label={caption}>
      <DataTable
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        caption={caption}
        empty={<EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>}
        locale={locale}
        Link={AppLink}
      />
    </ScrollX>
  );
}
