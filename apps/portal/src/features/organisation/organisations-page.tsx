import type { OrganisationLine } from '@ascent/api';
import { Button, type Column, DataTable, EmptyState, formatInteger, Input, Page, Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { PageTop } from '../shell/page-top';

/** The partners' organisations: who may look in, and whose addresses each vouches for. */
export function OrganisationsPage({ total, lines, search }: OrganisationsPageProps) {
  const t = useTranslations('organisations');
  const nav = useTranslations('nav');
  const locale = useAppLocale();
  const columns: Column<OrganisationLine>[] = [
    {
      id: 'name',
      header: t('name'),
      card: 'title',
      cell: ({ id, name }) => (
        <>
          <AppLink className="b" href={`/admin/organisations/${encodeURIComponent(id)}`}>
            {name}
          </AppLink>{' '}
          <code className="muted xs">{id}</code>
        </>
      ),
    },
    {
      id: 'people',
      header: t('people'),
      width: '96px',
      align: 'right',
      cell: ({ people }) => formatInteger(people, locale),
    },
    {
      id: 'distributors',
      header: t('distributors'),
      width: '120px',
      align: 'right',
      cell: ({ distributors }) => formatInteger(distributors, locale),
    },
    {
      id: 'domains',
      header: t('domains'),
      width: '300px',
      cell: ({ domains }) =>
        domains.length === 0 ? (
          <span className="ns">{t('noDomains')}</span>
        ) : (
          domains.map(({ domain, proven }) => (proven ? domain : `${domain} (${t('notProven')})`)).join(', ')
        ),
    },
  ];
  return (
    <>
      <PageTop crumbs={[{ label: nav('organisations') }]} heading />
      <Page>
        <search>
          <form action="/admin/organisations" className="row mb-4">
            <Input
              type="search"
              name="q"
              inputSize="s"
              className="min-w-0 max-w-72 flex-1"
              defaultValue={search}
              maxLength={100}
              placeholder={t('find')}
              aria-label={t('find')}
            />
            <Button type="submit" size="s">
              {t('search')}
            </Button>
          </form>
        </search>
        <Panel
          title={nav('organisations')}
          note={lines.length < total ? t('first', { shown: lines.length, all: total }) : t('note')}
        >
          <DataTable
            columns={columns}
            rows={lines}
            rowKey={(row) => row.id}
            caption={nav('organisations')}
            empty={<EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>}
            locale={locale}
            Link={AppLink}
          />
        </Panel>
      </Page>
    </>
  );
}

type OrganisationsPageProps = { total: number; lines: OrganisationLine[]; search: string };
