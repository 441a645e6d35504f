import type { Locale } from '@ascent/schemas';
import { formatCount } from '../format/count';
import { formatPoints } from '../format/score';
import { uiWords } from '../words/words';
import type { WaterfallStep } from './waterfall';

export function waterfallText(step: WaterfallStep, locale: Locale): { label: string; evidence?: string } {
  const words = uiWords(locale);
  if (step.kind === 'base') return { label: words.base };
  if (step.kind === 'cap') return { label: words.cap };
  if (!step.rest) return { label: step.label ?? '', evidence: step.evidence };
  const { count, most, least } = step.rest;
  const spans = most !== undefined && least !== undefined && count > 1;
  return {
    label: formatCount(count, words.otherDrivers, locale),
    evidence: spans ? words.rangeEach(formatPoints(most, locale), formatPoints(least, locale)) : undefined,
  };
}
