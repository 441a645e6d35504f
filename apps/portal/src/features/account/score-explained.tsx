import type { ScoreAccount, ScoreCard } from '@ascent/api';
import { inLocale, Level, type LevelCuts, type ReaderCatalogue } from '@ascent/schemas';
import { EmptyState, formatDate, formatScore, Panel, type ScoreKind, WaterfallPanel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { DriversPanel } from './drivers-panel';

/** Why a score is what it is. The sum is made of the parts, beside the score they must give. */
export function ScoreExplained({ kind, card, cuts, asOf, catalogue }: ScoreExplainedProps) {
  const t = useTranslations('account');
  const locale = useAppLocale();
  const parts = kind === 'fit' ? card.fitDrivers : card.intentDrivers;
  const level = Level.safeParse(kind === 'fit' ? card.fitLevel : card.intentLevel);
  if (!parts) return <Unexplained kind={kind} score={card[kind]} />;
  const drivers = parts.drivers.map(({ facts, names, values, points }) => ({
    id: facts.join(' '),
    label: inLocale(names, locale),
    evidence: values && inLocale(values, locale),
    points,
  }));
  return (
    <div
      className="grid min-w-0 gap-4"
      data-testid={`score-${kind}`}
      data-score={card[kind]}
      data-sum={sumOf(parts)}
    >
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
      <DriversPanel kind={kind} parts={parts} catalogue={catalogue} />
    </div>
  );
}

/** No score, or one whose drivers an earlier version did not keep: the two are never mixed up. */
function Unexplained({ kind, score }: { kind: ScoreKind; score: number | null }) {
  const t = useTranslations('account');
  const locale = useAppLocale();
  const title =
    score === null ? t(`why.${kind}None`) : t(`is.${kind}`, { score: formatScore(score, locale) });
  return (
    <Panel title={title}>
      {score === null ? (
        <EmptyState title={t('notScored')}>{t('notScoredText')}</EmptyState>
      ) : (
        <EmptyState title={t('noDrivers')}>{t('noDriversText')}</EmptyState>
      )}
    </Panel>
  );
}

function sumOf({ base, drivers, cap }: ScoreAccount): number {
  return drivers.reduce((sum, driver) => sum + driver.points, base + cap);
}

type ScoreExplainedProps = {
  kind: ScoreKind;
  card: ScoreCard;
  cuts: LevelCuts;
  asOf: string;
  catalogue: ReaderCatalogue;
};
