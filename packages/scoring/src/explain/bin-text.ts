import type { Bins, Fact, FactBins } from '@ascent/schemas';
import { figureText, type Lang, unitText } from './number-text';

type Named = Pick<Fact, 'unit' | 'words' | 'source'>;

/** Integers from `from` up to below `below`; null = no limit on that side. */
export type Range = { from: number | null; below: number | null };

/** The numbers that fall into a bin; null for the missing and for categories. */
export function rangeOf(bins: Bins, bin: number): Range | null {
  if (bins.kind === 'category' || bin === 0) return null;
  return { from: bins.edges[bin - 2] ?? null, below: bins.edges[bin - 1] ?? null };
}

/** What a fine bin stands for. */
export function binText(bins: Bins, bin: number, fact: Named, lang: Lang): string {
  return binsText(bins, [bin], fact, lang);
}

/** What a coarse bin of a feature stands for: all the fine bins that it holds. */
export function coarseText(feature: FactBins, coarse: number, fact: Named, lang: Lang): string {
  const fine = feature.coarse.flatMap((each, bin) => (each === coarse ? [bin] : []));
  return binsText(feature.bins, fine, fact, lang);
}

/** Neighbouring fine bins as one range, categories as a list; the missing are said beside the known. */
export function binsText(bins: Bins, fine: number[], fact: Named, lang: Lang): string {
  const known = fine.filter((bin) => bin > 0);
  const missing = fine.length > known.length ? [missingText(bins, lang)] : [];
  if (known.length === 0) return missing[0] ?? missingText(bins, lang);
  if (bins.kind === 'category')
    return listText([...known.map((bin) => bins.levels[bin - 1] ?? ''), ...missing], lang);
  const first = rangeOf(bins, Math.min(...known))!;
  const last = rangeOf(bins, Math.max(...known))!;
  const range = rangeText({ from: first.from, below: last.below }, fact, lang);
  return [range, ...missing].join(lang === 'pt' ? ' ou ' : ' or ');
}

function missingText(bins: Bins, lang: Lang): string {
  if (bins.kind === 'category') return lang === 'pt' ? 'desconhecido ou raro' : 'unknown or rare';
  return lang === 'pt' ? 'desconhecido' : 'unknown';
}

/** 3 to 5, under 25, 300 or more; one integer is said alone. */
export function rangeText({ from, below }: Range, fact: Named, lang: Lang): string {
  const pt = lang === 'pt';
  const figure = (value: number) => figureText(value, fact, lang);
  const unit = (value: number | null) => unitText(fact, value === 1, lang);
  if (from === null && below === null) return pt ? 'qualquer valor conhecido' : 'any known value';
  if (from === null && below === 1 && neverNegative(fact)) return `${figure(0)}${unit(0)}`;
  if (from === null) return `${pt ? 'menos de' : 'under'} ${figure(below!)}${unit(below)}`;
  if (below === null) return `${figure(from)}${unit(null)} ${pt ? 'ou mais' : 'or more'}`;
  if (below - from === 1) return `${figure(from)}${unit(from)}`;
  const whole =
    !['cents', 'pace'].includes(fact.unit) && (fact.unit !== 'hundredths' || fact.source.measure === 'surge');
  if (whole) return `${figure(from)} ${pt ? 'a' : 'to'} ${figure(below - 1)}${unit(null)}`;
  return `${figure(from)} ${pt ? 'a menos de' : 'to under'} ${figure(below)}${unit(null)}`;
}

/** What is counted is never below nothing; a difference, an age, or money but for what was paid may be. */
function neverNegative({ unit, source }: Named): boolean {
  if (unit === 'cents') return source.from === 'transactions';
  return unit !== 'years' && source.measure !== 'trend';
}

/** A fact's value for people. Nothing known is said, never 0. */
export function valueText(value: number | string | null, fact: Named, lang: Lang): string {
  if (value === null || value === '') return lang === 'pt' ? 'desconhecido' : 'unknown';
  if (typeof value === 'string') return value;
  return `${figureText(value, fact, lang)}${unitText(fact, value === 1, lang)}`;
}

/** How many of a list of categories are named. */
const NAMED_MAX = 4;

export function listText(names: string[], lang: Lang): string {
  const [and, more] = lang === 'pt' ? ['e', 'outros'] : ['and', 'more'];
  if (names.length > NAMED_MAX) {
    const rest = names.length - NAMED_MAX + 1;
    return `${names.slice(0, NAMED_MAX - 1).join(', ')} ${and} ${rest} ${more}`;
  }
  if (names.length <= 1) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}
