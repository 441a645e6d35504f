import type { AgreementPage } from '@ascent/api';
import { ChartPanel, formatInteger, formatMoney, MonthBars, MonthTable, SegmentedLinks } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { calendarOf } from './calendar';
import { MEASURES, type RenewalsView, renewalsHref } from './renewals-query';

/** What expires when, as a picture; a month narrows the list below, and again all months. */
export function CalendarPanel({ found, view, seesRevenue }: CalendarPanelProps) {
  const t = useTranslations('renewals');
  const locale = useAppLocale();
  const { months, rows } = calendarOf(found.calendar, view.measure);
  const said = (value: number) =>
    view.measure === 'revenue'
      ? formatMoney(value, locale, { whole: true })
      : t('agreements', { count: value, text: formatInteger(value, locale) });
  const bars = {
    name: t('calendar'),
    corner: t('endsIn'),
    months: months.map((month) => ({
      id: month,
      href: renewalsHref(view, { month: month === view.month ? undefined : month }),
      current: month === view.month,
    })),
    rows: rows.map(({ division, values }) => ({
      id: division ?? 'all divisions',
      label: division === null ? t('allDivisions') : division || t('noDivision'),
      cells: values.map((value) => ({ value, said: said(value) })),
    })),
    locale,
    Link: AppLink,
  };
  const measures = seesRevenue && (
    <SegmentedLinks
      label={t('bars')}
      items={MEASURES.map((measure) => ({
        href: renewalsHref(view, { measure }),
        label: t(`measures.${measure}`),
        current: measure === view.measure,
      }))}
      Link={AppLink}
    />
  );
  return (
    <ChartPanel
      title={t('calendar')}
      note={t('calendarNote')}
      end={measures}
      foot={<span>{rows.length > 2 && t('calendarFoot')}</span>}
      chart={<MonthBars {...bars} />}
      table={<MonthTable {...bars} />}
      name={t('calendar')}
      locale={locale}
    />
  );
}

type CalendarPanelProps = { found: AgreementPage; view: RenewalsView; seesRevenue: boolean };
