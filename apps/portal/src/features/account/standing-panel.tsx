import type { ScoreCard } from '@ascent/api';
import { Cluster, Level } from '@ascent/schemas';
import {
  ClusterChip,
  CodeChip,
  formatBand,
  formatPercent,
  LevelText,
  MoneyBand,
  Panel,
  uiWords,
} from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { codeOf } from './code-of';
import { FactList } from './fact-list';

const MILLION = 1_000_000;

/** The chosen product in words: cluster, levels, where it was, how likely. */
export function StandingPanel({
  card,
  name,
  hasPrevious,
}: {
  card: ScoreCard;
  name: string;
  hasPrevious: boolean;
}) {
  const t = useTranslations('account');
  const locale = useAppLocale();
  const words = uiWords(locale);
  const cluster = Cluster.safeParse(card.cluster);
  const level = (text: string) => {
    const known = Level.safeParse(text);
    return <LevelText level={known.success ? known.data : null} locale={locale} />;
  };
  const facts: [string, ReactNode][] = [
    [
      words.cluster,
      <ClusterChip
        key="now"
        cluster={cluster.success ? cluster.data : null}
        code={codeOf(card.code)}
        locale={locale}
      />,
    ],
    [
      t('was'),
      hasPrevious ? <CodeChip key="was" code={codeOf(card.wasCode)} locale={locale} /> : t('noPrevious'),
    ],
    [t('fitLevel'), level(card.fitLevel)],
    [t('intentLevel'), level(card.intentLevel)],
    [
      t('propensity'),
      card.probability === null ? (
        <span className="ns" key="none">
          {words.notScored.toLowerCase()}
        </span>
      ) : (
        formatPercent(card.probability / MILLION, locale, 1)
      ),
    ],
  ];
  if (card.revenuePotential !== undefined)
    facts.push([t('potential'), formatBand(card.revenuePotential, locale)]);
  const { revenue } = card;
  if (revenue)
    facts.push([
      t('yearSpend'),
      <MoneyBand key="year" low={revenue.low} high={revenue.high} label={t('yearSpend')} locale={locale} />,
    ]);
  return (
    <Panel title={t('standing')} note={name} padded>
      <FactList facts={facts} />
      {revenue && (
        <p className="hint mt-3">
          {t('intervalNote', {
            target: formatPercent(revenue.target, locale),
            measured:
              revenue.measured === null
                ? t('intervalUnmeasured')
                : t('intervalMeasured', { share: formatPercent(revenue.measured, locale) }),
          })}
        </p>
      )}
      {cluster.success && <p className="hint mt-3">{words.clusterAdvice[cluster.data]}</p>}
    </Panel>
  );
}
