import type { AuditLine, AuditPage as Entries } from '@ascent/api';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  Input,
  LinkButton,
  Page,
  Panel,
  Select,
} from '@ascent/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { PageTop } from '../shell/page-top';
import { type AuditView, auditHref } from './audit-query';

/** Who did what in this organisation, newest first; the log can only grow. */
export function AuditPage({ query, page }: { query: AuditView; page: Entries }) {
  const t = useTranslations('settings');
  const locale = useAppLocale();
  const format = useFormatter();
  const columns: Column<AuditLine>[] = [
    {
      id: 'at',
      header: t('when'),
      width: '170px',
      cell: ({ at }) => (
        <time dateTime={at}>
          {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
      ),
    },
    {
      id: 'actor',
      header: t('who'),
      width: '180px',
      card: 'title',
      cell: ({ actor }) => <span title={actor}>{actor}</span>,
    },
    { id: 'action', header: t('what'), width: '170px', cell: ({ action }) => <code>{action}</code> },
    {
      id: 'subject',
      header: t('subject'),
      width: '200px',
      cell: ({ subject, subjectName }) => <span title={subject}>{subjectName ?? subject}</span>,
    },
    {
      id: 'detail',
      header: t('detail'),
      card: 'wide',
      cell: ({ detail }) => (
        <code className="xs" title={JSON.stringify(detail)}>
          {JSON.stringify(detail)}
        </code>
      ),
    },
  ];
  return (
    <>
      <PageTop crumbs={[{ label: t('audit') }]} heading />
      <Page>
        <form action="/settings/audit" className="row mb-4 flex-wrap items-end">
          <Input
            type="search"
            name="q"
            inputSize="s"
            defaultValue={query.search}
            placeholder={t('auditSearch')}
            aria-label={t('auditSearch')}
          />
          <Select name="action" inputSize="s" defaultValue={query.actions[0] ?? ''} aria-label={t('what')}>
            <option value="">{t('anyAction')}</option>
            {page.actions.map((action) => (
              <option key={action} value={action}>
                {action}
              </option>
            ))}
          </Select>
          <Input type="date" name="from" inputSize="s" defaultValue={query.from} aria-label={t('from')} />
          <Input type="date" name="until" inputSize="s" defaultValue={query.until} aria-label={t('until')} />
          <Button type="submit" size="s">
            {t('filter')}
          </Button>
        </form>
        <Panel title={t('audit')} note={t('auditNote')}>
          <DataTable
            columns={columns}
            rows={page.entries}
            rowKey={(row) => String(row.seq)}
            caption={t('audit')}
            empty={<EmptyState title={t('noEntries')} />}
            locale={locale}
            Link={AppLink}
          />
          {page.next && (
            <div className="more">
              <LinkButton size="s" href={auditHref({ ...query, before: page.next })} Link={AppLink}>
                {t('older')}
              </LinkButton>
            </div>
          )}
        </Panel>
      </Page>
    </>
  );
}
