import type { ScoreAccount, ScoreCard } from '@ascent/api';
import { inLocale, Level, type LevelCuts } from '@ascent/schemas';
import { EmptyState, formatDate, formatScore, Panel, type ScoreKind, WaterfallPanel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { factValue } from './fact-value';

/** Why a score is what it is. The sum is made of the parts, beside the score they must give. */
export function ScoreExplained({ kind, card, cuts, asOf }: ScoreExplainedProps) {
  const t = useTranslations('account');
  const locale = useAppLocale();
  const parts = kind === 'fit' ? card.fitDrivers : card.intentDrivers;
  const level = Level.safeParse(kind === 'fit' ? card.fitLevel : card.intentLevel);
  if (!parts) {
    return (
      <Panel title={t(`why.${kind}None`)}>
        <EmptyState title={t('notScored')}>{t('notScoredText')}</EmptyState>
      </Panel>
    );
  }
  const drivers = parts.drivers.map(({ fact, words, unit, points, value }) => ({
    id: fact,
    label: inLocale(words, locale),
    evidence: value === undefined ? undefined : factValue(value, unit, locale),
    points,
  }));
  return (
    <div className="min-w-0" data-testid={`score-${kind}`} data-score={card[kind]} data-sum={sumOf(parts)}>
      <WaterfallPanel
        kind={kind}
        title={t(`why.${kind}`, { score: formatScore(parts.score, locale) })}
        note={t('asOf', { day: formatDate(asOf, locale) })}
        input={{ base: parts.base, drivers, cap: parts.cap, total: parts.score }}
        level={level.success ? level.data : null}
        cuts={cuts}
        baseNote={t('baseNote')}
        foot={<span className="muted xs">{t('waterfallFoot')}</span>}
        locale={locale}
      />
    </div>
  );
}

function sumOf({ base, drivers, cap }: NonNullable<ScoreAccount>): number {
  return drivers.reduce((sum, driver) => sum + driver.points, base + cap);
}

type ScoreExplainedProps = { kind: ScoreKind; card: ScoreCard; cuts: LevelCuts; asOf: string };
