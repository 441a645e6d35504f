import type { ScoreCard, ScoreChange } from '@ascent/api';
import { Cluster, inLocale, type Locale } from '@ascent/schemas';
import { type ChangeRow, ChangeTable, FromTo, formatPeriod, Panel, type ScoreKind } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { codeOf } from './code-of';

/** How many changes stand alone; the others are summed. */
const SHOWN = 7;

/** Why the scores are other than in the release before: facts apart from the model, and all of it sums up. */
export function ChangePanel({ card, name, since }: ChangePanelProps) {
  const t = useTranslations('account');
  const locale = useAppLocale();
  const { fit, intent } = card.change;
  if (!since || (!fit && !intent)) return null;
  const cluster = Cluster.safeParse(card.cluster);
  return (
    <Panel
      title={t('changed', { period: formatPeriod(since, locale) })}
      note={name}
      end={
        <FromTo
          from={codeOf(card.wasCode)}
          to={{ cluster: cluster.success ? cluster.data : null, code: codeOf(card.code) }}
          locale={locale}
        />
      }
    >
      <div className="cols even">
        {fit && <OneChange kind="fit" change={fit} />}
        {intent && <OneChange kind="intent" change={intent} />}
      </div>
    </Panel>
  );
}

function OneChange({ kind, change }: { kind: ScoreKind; change: ScoreChange }) {
  const locale = useAppLocale();
  const t = useTranslations('account');
  const { from, to } = change.score;
  return (
    <div className="min-w-0" data-testid={`change-${kind}`} data-delta={to - from}>
      <ChangeTable
        label={t(`changeOf.${kind}`)}
        rows={useRows(change, locale)}
        total={{ from, to }}
        locale={locale}
      />
    </div>
  );
}

/** Facts that moved, each by itself; what the model alone changed and what the limits cut are a line each. */
function useRows({ base, lines, cap }: ScoreChange, locale: Locale): ChangeRow[] {
  const t = useTranslations('account');
  const moved = lines.filter(({ reason }) => reason === 'value' || reason === 'both');
  const refit = lines.filter(({ reason }) => reason !== 'value' && reason !== 'both');
  const rows = moved.slice(0, SHOWN).map(({ facts, names, from, to, delta, reason, was, now }): ChangeRow => {
    const values =
      facts.length === 1 && was && now
        ? t('wasNow', { was: inLocale(was, locale), now: inLocale(now, locale) })
        : undefined;
    const why = [values, reason === 'both' ? t('alsoModel') : undefined].filter(Boolean).join(', ');
    return { id: facts.join(' '), label: inLocale(names, locale), why, from, to, delta };
  });
  const rest = moved.slice(SHOWN);
  if (rest.length > 0)
    rows.push({ id: 'rest', label: t('smallerChanges', { count: rest.length }), delta: sumOf(rest) });
  const byModel = sumOf(refit) + base.delta;
  if (refit.length > 0 || byModel !== 0)
    rows.push({ id: 'model', label: t('refit'), why: t('refitNote'), delta: byModel });
  if (cap.delta !== 0) rows.push({ id: 'cap', label: t('capChange'), delta: cap.delta });
  if (rows.length === 0) rows.push({ id: 'none', label: t('nothingMoved'), delta: 0 });
  return rows;
}

function sumOf(lines: { delta: number }[]): number {
  return lines.reduce((sum, { delta }) => sum + delta, 0);
}

type ChangePanelProps = {
  card: ScoreCard;
  name: string;
  /** The period compared with. */
  since: string | null;
};
