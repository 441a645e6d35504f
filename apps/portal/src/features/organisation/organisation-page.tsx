import type { OrganisationDetail, OrganisationLine } from '@ascent/api';
import { Page, PageHeader, Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { PageTop } from '../shell/page-top';
import { DomainItem } from './domain-item';
import { GrantForm } from './grant-form';
import { LeaveList } from './leave-list';

/** One organisation as the host manages it: distributors' access both ways, and its domains. */
export function OrganisationPage({ organisation, others }: OrganisationPageProps) {
  const t = useTranslations('organisations');
  const nav = useTranslations('nav');
  const { id, name, people, shownTo, sees, domains } = organisation;
  const distributors = others
    .filter((each) => each.id !== id)
    .map((each) => ({ id: each.id, name: each.name }));
  return (
    <>
      <PageTop crumbs={[{ label: nav('organisations'), href: '/admin/organisations' }, { label: name }]} />
      <Page>
        <PageHeader title={name}>
          <span className="facts">
            <span>{id}</span>
            <span>{t('facts', { count: people })}</span>
          </span>
        </PageHeader>
        <div className="flex flex-col gap-4">
          <Panel title={t('shownTo')} note={t('shownToNote')}>
            <LeaveList lines={shownTo} of="distributor" none={t('shownToNone')} />
            <GrantForm resellerId={id} distributors={distributors} />
          </Panel>
          <Panel title={t('sees')} note={t('seesNote')}>
            <LeaveList lines={sees} of="reseller" none={t('seesNone')} />
          </Panel>
          <Panel title={t('domains')} note={t('domainsNote')}>
            {domains.length === 0 && <p className="dim px-3.5 py-3">{t('domainsNone')}</p>}
            <ul>
              {domains.map((domain) => (
                <DomainItem key={domain.id} line={domain} />
              ))}
            </ul>
          </Panel>
        </div>
      </Page>
    </>
  );
}

type OrganisationPageProps = { organisation: OrganisationDetail; others: OrganisationLine[] };
