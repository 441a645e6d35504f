import type { KeyLine } from '@ascent/api';
import { type Column, DataTable, EmptyState, formatDate, Page, Panel, Tag } from '@ascent/ui';
import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { PageTop } from '../shell/page-top';
import { NewKeyForm } from './new-key-form';
import { RevokeKey } from './revoke-key';

/** Keys for programs. What one may is never more than what its maker may at that moment. */
export function KeysPage({ keys }: { keys: KeyLine[] }) {
  const t = useTranslations('settings');
  const locale = useAppLocale();
  const columns: Column<KeyLine>[] = [
    {
      id: 'name',
      header: t('keyName'),
      card: 'title',
      cell: ({ name, prefix }) => (
        <>
          <b>{name}</b> <code className="muted xs">{prefix}…</code>
        </>
      ),
    },
    {
      id: 'scopes',
      header: t('scopes'),
      width: '220px',
      cell: ({ scopes }) => (
        <span title={scopes.join(', ')}>
          {scopes.map((scope) => t(`scopeNames.${scope.replace(':', '-')}`)).join(', ')}
        </span>
      ),
    },
    { id: 'maker', header: t('madeBy'), width: '150px', cell: ({ madeBy }) => madeBy },
    {
      id: 'used',
      header: t('lastUsed'),
      width: '130px',
      cell: ({ lastUsedAt }) =>
        lastUsedAt ? formatDate(lastUsedAt, locale) : <span className="ns">{t('never')}</span>,
    },
    {
      id: 'expires',
      header: t('expires'),
      width: '130px',
      cell: ({ expiresAt }) =>
        expiresAt ? formatDate(expiresAt, locale) : <span className="ns">{t('noEnd')}</span>,
    },
    {
      id: 'state',
      header: t('state'),
      width: '130px',
      card: 'end',
      cell: ({ id, name, state }) =>
        state === 'open' ? <RevokeKey id={id} name={name} /> : <Tag>{t(`states.${state}`)}</Tag>,
    },
  ];
  return (
    <>
      <PageTop crumbs={[{ label: t('keys') }]} heading />
      <Page>
        <div className="flex flex-col gap-4">
          <NewKeyForm />
          <Panel title={t('keys')}>
            <DataTable
              columns={columns}
              rows={keys}
              rowKey={(row) => row.id}
              caption={t('keys')}
              empty={
                <EmptyState icon={<KeyRound aria-hidden />} title={t('noKeys')}>
                  {t('noKeysText')}
                </EmptyState>
              }
              locale={locale}
              Link={AppLink}
            />
          </Panel>
        </div>
      </Page>
    </>
  );
}
