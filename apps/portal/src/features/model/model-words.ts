import type { ModelLine } from '@ascent/api';
import { inLocale, type Locale, type Words } from '@ascent/schemas';
import { formatDecimal, type TagTone } from '@ascent/ui';
import { useTranslations } from 'next-intl';

export type Decision = NonNullable<ModelLine['card']>['decision'];

export const DECISION_TONE: Record<Decision, TagTone> = {
  first: 'ok',
  promoted: 'ok',
  pinned: 'info',
  'champion-kept': 'warn',
  refused: 'danger',
};

const METHODS = ['prior', 'logistic', 'mains', 'pairs', 'triples'];

/** Names of models and what is said of them. */
export function useModelWords(locale: Locale) {
  const t = useTranslations('models');
  return {
    name: (product: Words, kind: ModelLine['kind']) =>
      t('named', { product: inLocale(product, locale), kind: t(`kinds.${kind}`) }),
    kind: (kind: ModelLine['kind']) => t(`kinds.${kind}`),
    method: (method: string) => (METHODS.includes(method) ? t(`methods.${method}`) : method || t('unknown')),
    decision: (decision: Decision) => t(`decisions.${decision}`),
    /** Not measured is said, never 0. */
    figure: (value: number | null, digits: number) =>
      value === null ? t('unknown') : formatDecimal(value, locale, digits),
  };
}
