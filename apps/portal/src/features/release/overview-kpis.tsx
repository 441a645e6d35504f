import type { Overview } from '@ascent/api';
import { formatDate, formatInteger, formatMoney, type Kpi, KpiStrip } from '@ascent/ui';
import { ArrowDownLeft, ArrowUpRight, Building2, CalendarClock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';

export function OverviewKpis({ overview }: { overview: Overview }) {
  const t = useTranslations('overview');
  const locale = useAppLocale();
  const { agreements, release } = overview;
  const sum = (part: 'entered' | 'left') =>
    overview.products.reduce((all, product) => all + product[part], 0);
  const count = (value: number) => formatInteger(value, locale);
  const moved = (value: number) => (release.hasPrevious ? count(value) : '–');
  const note = release.hasPrevious ? t('bestNote') : t('noPrevious');
  const money =
    agreements.cents === undefined ? null : formatMoney(agreements.cents, locale, { whole: true });
  const items: Kpi[] = [
    {
      id: 'accounts',
      icon: <Building2 aria-hidden />,
      label: t('accounts'),
      value: count(overview.accounts),
      note: t('products', { count: overview.products.length }),
    },
    {
      id: 'entered',
      icon: <ArrowUpRight aria-hidden />,
      label: t('entered'),
      value: moved(sum('entered')),
      unit: t('scores'),
      note,
    },
    {
      id: 'left',
      icon: <ArrowDownLeft aria-hidden />,
      label: t('left'),
      value: moved(sum('left')),
      unit: t('scores'),
      note,
    },
    {
      id: 'agreements',
      icon: <CalendarClock aria-hidden />,
      label: t('ending'),
      value: count(agreements.count),
      note: money
        ? t('endingMoney', { day: formatDate(agreements.until, locale), money })
        : t('endingUntil', { day: formatDate(agreements.until, locale) }),
    },
  ];
  return <KpiStrip label={t('numbers')} items={items} />;
}
