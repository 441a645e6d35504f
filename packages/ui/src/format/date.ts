import type { Locale } from '@ascent/schemas';

/** From 'YYYY-MM-DD' as it stands, so no time zone can move it: 20 Oct 2026, 20 out. 2026. */
export function formatDate(date: string, locale: Locale): string {
  return `${formatDayMonth(date, locale)} ${date.slice(0, 4)}`;
}

/** 20 Oct, 20 out. */
export function formatDayMonth(date: string, locale: Locale): string {
  return `${Number(date.slice(8, 10))} ${short[locale][monthIndex(date)] ?? date.slice(5, 7)}`;
}

/** 2026-10 is October 2026, outubro de 2026. */
export function formatPeriod(period: string, locale: Locale): string {
  const month = formatMonth(period, locale);
  const year = period.slice(0, 4);
  return locale === 'pt-BR' ? `${month} de ${year}` : `${month} ${year}`;
}

/** 2026-10 is October, outubro. */
export function formatMonth(period: string, locale: Locale): string {
  return long[locale][monthIndex(period)] ?? period;
}

/** Whole days between two ISO dates. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utcDay(to) - utcDay(from)) / 86_400_000);
}

/** From a number of days: today, in 5 days, 3 days ago; hoje, em 5 dias, há 3 dias. */
export function formatRelativeDays(days: number, locale: Locale): string {
  const near = nearDays[locale][days];
  if (near) return near;
  const count = Math.abs(days);
  if (locale === 'pt-BR') return days > 0 ? `em ${count} dias` : `há ${count} dias`;
  return days > 0 ? `in ${count} days` : `${count} days ago`;
}

function utcDay(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
}

function monthIndex(date: string): number {
  return Number(date.slice(5, 7)) - 1;
}

const nearDays: Record<Locale, Record<number, string>> = {
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
  'pt-BR': { [-1]: 'ontem', 0: 'hoje', 1: 'amanhã' },
};

const short: Record<Locale, string[]> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  'pt-BR': 'jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.'.split(' '),
};

const long: Record<Locale, string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  'pt-BR': 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(
    ' ',
  ),
};
