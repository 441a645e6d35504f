import type { ScoreCard, ScoreMoves } from '@ascent/api';
import { inLocale } from '@ascent/schemas';
import { formatDecimal, Panel, type ScoreKind, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';

/** What would lift the scores to their next level, by changes that other accounts made since last month. */
export function MovesPanel({ card }: { card: ScoreCard }) {
  const t = useTranslations('account');
  const near = (['intent', 'fit'] as const).flatMap((kind) => {
    const moves = card.moves[kind];
    return moves ? [{ kind, moves }] : [];
  });
  if (near.length === 0) return null;
  return (
    <Panel title={t('moves')} note={t('movesNote')}>
      <ul className="moves">
        {near.map(({ kind, moves }) => (
          <Near key={kind} kind={kind} moves={moves} />
        ))}
      </ul>
    </Panel>
  );
}

function Near({ kind, moves: { level, gap, moves } }: { kind: ScoreKind; moves: ScoreMoves }) {
  const t = useTranslations('account');
  const locale = useAppLocale();
  const points = formatDecimal(gap / 10, locale, 1);
  return (
    <li>
      <b>{t(`below.${kind}`, { points, level: uiWords(locale).levels[level] })}</b>
      {moves.length === 0 && <span className="dim">{t('noMove')}</span>}
      {moves.map((move) => (
        <span key={move.fact}>
          {inLocale(move.sentence, locale)}{' '}
          <span className="muted xs nowrap">{t('movedBy', { count: move.accounts })}</span>
        </span>
      ))}
      {kind === 'fit' && moves.length > 0 && <span className="muted xs">{t('fitLater')}</span>}
    </li>
  );
}
