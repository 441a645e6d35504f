import type { BandSum, Overview } from '@ascent/api';
import { formatDate, formatInteger, formatMoney, formatMoneyRange, type Kpi, KpiStrip } from '@ascent/ui';
import { ArrowDownLeft, ArrowUpRight, Building2, CalendarClock, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';

export function OverviewKpis({ overview }: { overview: Overview }) {
  const t = useTranslations('overview');
  const locale = useAppLocale();
  const { agreements, release, revenue } = overview;
  const range = ({ low, high, open }: BandSum) => `${formatMoneyRange(low, high, locale)}${open ? '+' : ''}`;
  const count = (value: number) => formatInteger(value, locale);
  const moved = (value: number) => (release.hasPrevious ? count(value) : '–');
  const note = (scores: number) =>
    release.hasPrevious ? t('scoresNote', { count: scores }) : t('noPrevious');
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
      value: moved(overview.entered.accounts),
      unit: t('unit', { count: overview.entered.accounts }),
      note: note(overview.entered.scores),
    },
    {
      id: 'left',
      icon: <ArrowDownLeft aria-hidden />,
      label: t('left'),
      value: moved(overview.left.accounts),
      unit: t('unit', { count: overview.left.accounts }),
      note: note(overview.left.scores),
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
  if (revenue) {
    items.push({
      id: 'revenue',
      icon: <Lock aria-hidden />,
      label: t('revenue'),
      value: range(revenue.now),
      note: revenue.before ? t('revenueBefore', { range: range(revenue.before) }) : t('revenueNote'),
    });
  }
  return <KpiStrip label={t('numbers')} items={items} />;
}
