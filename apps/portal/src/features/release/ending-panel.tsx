import type { Overview } from '@ascent/api';
import { Days, daysBetween, formatDate, formatInteger, formatMoney, Panel, TextLink } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';

/** The agreements that end first, counted from the day that the release knows. */
export function EndingPanel({ overview }: { overview: Overview }) {
  const t = useTranslations('overview');
  const locale = useAppLocale();
  const { agreements, release } = overview;
  return (
    <Panel
      title={t('endingPanel')}
      end={
        <TextLink href="/renewals" Link={AppLink}>
          {t('allAgreements', { count: formatInteger(agreements.count, locale) })}
        </TextLink>
      }
    >
      {agreements.next.length === 0 && <p className="void">{t('noAgreements')}</p>}
      <ul>
        {agreements.next.map(({ agreementId, accountId, name, day, division, cents }) => (
          <li
            key={`${agreementId} ${division}`}
            className="row nowrap border-b border-line px-3.5 py-2 last:border-b-0"
          >
            <Days days={daysBetween(release.intentAsOf, day)} locale={locale} />
            <span className="min-w-0 flex-1">
              <TextLink href={`/accounts/${accountId}`} className="b ell block" title={name} Link={AppLink}>
                {name}
              </TextLink>
              <span className="muted xs ell block">
                {formatDate(day, locale)} · {division}
              </span>
            </span>
            {cents !== undefined && <b className="nowrap">{formatMoney(cents, locale, { whole: true })}</b>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
