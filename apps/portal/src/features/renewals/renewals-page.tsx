import type { Actor, AgreementPage, ReaderRelease } from '@ascent/api';
import { formatInteger, formatMoney, formatPeriod, LinkButton, Page, PageHeader } from '@ascent/ui';
import { Download } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { appLocale } from '@/i18n/app-locale';
import { caller } from '@/server/reader';
import { PageTop } from '../shell/page-top';
import { AgreementsTable } from './agreements-table';
import { appliedFilters, findCulprit } from './applied-filters';
import { CalendarPanel } from './calendar-panel';
import { NoAgreements } from './no-agreements';
import { NO_FILTERS, RenewalFilters } from './renewal-filters';
import { agreementQuery, type RenewalsView, readRenewals, renewalsHref } from './renewals-query';

/** Agreements by when they end: what it is worth to call, and who. */
export async function RenewalsPage({ release, actor, params }: RenewalsPageProps) {
  const t = await getTranslations('renewals');
  const nav = await getTranslations('nav');
  const locale = await appLocale();
  const { catalogue } = release;
  const view = readRenewals(params, { catalogue, seesSensitive: actor.seesSensitive });
  const calls = await caller();
  const found = await calls.agreement.list(agreementQuery(view));
  const filters = appliedFilters(view, locale);
  const culprit = found.total === 0 ? await findCulprit(calls, filters) : null;
  const cents = expiring(found, view);
  const count = t('lines', { count: found.total, text: formatInteger(found.total, locale) });
  return (
    <>
      <PageTop crumbs={[{ label: nav('renewals') }]} release={release} />
      <Page>
        <PageHeader
          title={view.month ? t('titleIn', { period: formatPeriod(view.month, locale) }) : t('title')}
          acts={
            <LinkButton href="/api/report/agreement-renewal" icon={<Download aria-hidden />}>
              {t('report')}
            </LinkButton>
          }
        >
          {cents === null
            ? count
            : t('worth', { lines: count, revenue: formatMoney(cents, locale, { whole: true }) })}
        </PageHeader>
        <RenewalFilters found={found} view={view} filters={filters} catalogue={catalogue} />
        {found.calendar.length > 0 && (
          <CalendarPanel found={found} view={view} seesRevenue={actor.seesSensitive} />
        )}
        <AgreementsTable
          found={found}
          view={view}
          today={release.intentAsOf}
          seesRevenue={actor.seesSensitive}
          empty={<NoAgreements culprit={culprit} clearHref={renewalsHref(view, NO_FILTERS)} />}
        />
        <p className="hint">{t('note')}</p>
      </Page>
    </>
  );
}

/** The revenue of all that match, the chosen month's alone; null for a role that may not see it. */
function expiring({ calendar }: AgreementPage, { month }: RenewalsView): number | null {
  const cells = calendar.filter((cell) => !month || cell.month === month);
  if (cells.some(({ cents }) => cents === undefined)) return null;
  return cells.length === 0 ? null : cells.reduce((sum, { cents }) => sum + (cents ?? 0), 0);
}

type RenewalsPageProps = { release: ReaderRelease; actor: Actor; params: URLSearchParams };
