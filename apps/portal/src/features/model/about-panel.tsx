import type { ModelDetail } from '@ascent/api';
import { formatDate, formatDecimal, formatInteger, Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { FactList } from '../account/fact-list';
import { useModelWords } from './model-words';

/** What the model predicts, and what it learnt from. */
export function AboutPanel({ model }: { model: ModelDetail }) {
  const t = useTranslations('models');
  const locale = useAppLocale();
  const words = useModelWords(locale);
  const { card } = model;
  const { label, days, skus, scope } = card.definition;
  const day = (iso: string) => formatDate(iso, locale);
  const facts: [string, ReactNode][] = [
    [t('label'), t(`labels.${label}`, { days })],
    [t('skus'), skus.length > 0 ? <span className="mono xs">{skus.join(', ')}</span> : t('anySku')],
    [t('scope'), scope === null ? t('everyone') : <code className="mono xs">{scope}</code>],
    [t('rows'), formatInteger(card.trainingRows, locale)],
    [t('positives'), formatInteger(card.trainingPositives, locale)],
    [t('trainedOn'), card.trainingCutOffs.map(day).join('; ') || t('unknown')],
    [t('judgedOn'), card.validationCutOff ? day(card.validationCutOff) : t('unknown')],
    [t('method'), words.method(card.method)],
    [
      t('candidates'),
      card.candidates
        .map(
          ({ method, outOfBagLoss }) => `${words.method(method)} ${formatDecimal(outOfBagLoss, locale, 4)}`,
        )
        .join('; ') || t('unknown'),
    ],
    [t('champion'), card.championId ? <span className="mono xs">{card.championId}</span> : t('noChampion')],
    [t('releases'), model.releases.join(', ') || t('noReleases')],
  ];
  return (
    <Panel title={t('about')} padded>
      <FactList facts={facts} />
    </Panel>
  );
}
