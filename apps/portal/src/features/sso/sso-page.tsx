import type { SsoLine } from '@ascent/api';
import { Columns, EmptyState, Page, Panel } from '@ascent/ui';
import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageTop } from '../shell/page-top';
import { AddSsoForm } from './add-sso-form';
import { SsoPanel } from './sso-panel';

/** The identity providers of the organisation, one a domain, and setting up another. */
export function SsoPage({ providers }: { providers: SsoLine[] }) {
  const t = useTranslations('signOn');
  return (
    <>
      <PageTop crumbs={[{ label: t('title') }]} heading />
      <Page>
        <Columns layout="side-end" sideWidth={420}>
          <div className="flex min-w-0 flex-col gap-4">
            {providers.length === 0 && (
              <Panel>
                <EmptyState icon={<Users aria-hidden />} title={t('noneTitle')} level={2}>
                  {t('noneText')}
                </EmptyState>
              </Panel>
            )}
            {providers.map((provider) => (
              <SsoPanel key={provider.id} provider={provider} />
            ))}
          </div>
          <Panel title={t('add')} padded>
            <AddSsoForm />
          </Panel>
        </Columns>
      </Page>
    </>
  );
}
