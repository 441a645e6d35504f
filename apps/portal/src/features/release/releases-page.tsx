import type { GateLine } from '@ascent/api';
import {
  type Column,
  DataTable,
  EmptyState,
  formatDate,
  formatPeriod,
  Page,
  Panel,
  Tag,
  type TagTone,
} from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { PageTop } from '../shell/page-top';

const TONES: Record<string, TagTone> = {
  ready: 'ok',
  published: 'ok',
  warnings: 'warn',
  running: 'info',
  red: 'danger',
  discarded: 'line',
};

/** Every release with what its gate said, also those that never came out. */
export function ReleasesPage({ releases }: { releases: GateLine[] }) {
  const t = useTranslations('releases');
  const nav = useTranslations('nav');
  const locale = useAppLocale();
  const tag = (group: 'statuses' | 'gates', value: string) => (
    <Tag tone={TONES[value] ?? 'line'}>{t.has(`${group}.${value}`) ? t(`${group}.${value}`) : value}</Tag>
  );
  const columns: Column<GateLine>[] = [
    {
      id: 'release',
      header: t('release'),
      card: 'title',
      cell: ({ id, period }) => (
        <AppLink className="b" href={`/admin/releases/${encodeURIComponent(id)}/validation`}>
          {t('named', { period: formatPeriod(period, locale), id })}
        </AppLink>
      ),
    },
    {
      id: 'status',
      header: t('status'),
      width: '190px',
      card: 'end',
      cell: ({ status, current }) => (
        <span className="row">
          {tag('statuses', status)}
          {current && <Tag tone="info">{t('current')}</Tag>}
        </span>
      ),
    },
    {
      id: 'gate',
      header: t('gate'),
      width: '150px',
      cell: ({ gate }) => (gate === null ? <span className="ns">{t('noGate')}</span> : tag('gates', gate)),
    },
    {
      id: 'findings',
      header: t('findings'),
      width: '96px',
      align: 'right',
      cell: (row) => row.findings.length,
    },
    {
      id: 'validated',
      header: t('validated'),
      width: '130px',
      cell: ({ validated }) => t(validated ? 'yes' : 'no'),
    },
    {
      id: 'published',
      header: t('published'),
      width: '130px',
      cell: ({ publishedAt }) => (
        <span className="dim">{publishedAt ? formatDate(publishedAt, locale) : t('notPublished')}</span>
      ),
    },
  ];
  return (
    <>
      <PageTop crumbs={[{ label: nav('releases') }]} heading />
      <Page>
        <Panel title={t('title')} note={t('note')}>
          <DataTable
            columns={columns}
            rows={releases}
            rowKey={(row) => row.id}
            caption={t('title')}
            empty={<EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>}
            locale={locale}
            Link={AppLink}
          />
        </Panel>
      </Page>
    </>
  );
}
