import type { ReleaseReview } from '@ascent/api';
import { formatDecimal, formatInteger, formatPercent, Panel, Tag } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { FactList } from '../account/fact-list';
import { useModelWords } from '../model/model-words';
import type { ProductValidation } from './product-section';

type Scores = NonNullable<ReleaseReview['validation']>['scores'];

/** How well the probability foretold, whether what was spent lay within what was said, and whether scores moved. */
export function ProductFigures({ product, scores }: { product: ProductValidation; scores: Scores }) {
  const t = useTranslations('validation');
  const models = useTranslations('models');
  const locale = useAppLocale();
  const words = useModelWords(locale);
  const { propensity, revenue } = product;
  const facts: [string, ReactNode][] = propensity
    ? [
        [t('rows'), formatInteger(propensity.rows, locale)],
        [t('bought'), formatInteger(propensity.positives, locale)],
        ...(['auc', 'prAuc', 'logLoss', 'brier', 'ece', 'lift10'] as const).map((id): [string, ReactNode] => [
          models(`metrics.${id}`),
          words.figure(propensity[id], id === 'lift10' ? 2 : 3),
        ]),
      ]
    : [[t('propensity'), t('notMeasured')]];
  const inside = revenue && revenue.buyers > 0 ? revenue.inside / revenue.buyers : null;
  facts.push([
    t('revenue'),
    revenue && inside !== null ? (
      <span key="revenue" className="row flex-wrap">
        {t('revenueInside', {
          share: formatPercent(inside, locale),
          buyers: formatInteger(revenue.buyers, locale),
          target: formatPercent(revenue.target, locale),
        })}
        {inside < revenue.target - 0.05 && <Tag tone="danger">{t('tooNarrow')}</Tag>}
      </span>
    ) : (
      t('notMeasured')
    ),
  ]);
  for (const { kind, psi, alarm } of scores)
    facts.push([
      t('scoreDrift', { kind }),
      <span key={kind} className="row">
        {`PSI ${formatDecimal(psi, locale, 3)}`}
        {alarm && <Tag tone="danger">{t('drifted')}</Tag>}
      </span>,
    ]);
  return (
    <Panel title={t('propensity')} padded>
      <FactList facts={facts} />
    </Panel>
  );
}
