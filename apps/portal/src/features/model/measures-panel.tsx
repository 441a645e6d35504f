import type { ModelDetail } from '@ascent/api';
import { formatDecimal, formatInteger, Panel, ScrollX } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { useModelWords } from './model-words';

type Card = ModelDetail['card'];
const PEERS = ['champion', 'logistic', 'yardstick'] as const;
/** Digits shown; for some less is better. */
const MEASURES = [
  { id: 'auc', digits: 3, less: false },
  { id: 'prAuc', digits: 3, less: false },
  { id: 'logLoss', digits: 4, less: true },
  { id: 'brier', digits: 4, less: true },
  { id: 'ece', digits: 4, less: true },
  { id: 'lift10', digits: 2, less: false },
] as const;

/** This model beside its peers on the same later rows, and how far it is from the first of them. */
export function MeasuresPanel({ card }: { card: Card }) {
  const t = useTranslations('models');
  const locale = useAppLocale();
  const words = useModelWords(locale);
  const { metrics } = card;
  const peers = PEERS.filter((peer) => metrics[peer] !== null);
  /** The champion is met on accounts that taught neither. */
  const ours = (peer: (typeof PEERS)[number]) =>
    peer === 'champion' ? (metrics.contender ?? metrics.model) : metrics.model;
  /** Judged on the same rows, so that figures can stand beside each other. */
  const alike = (peer: (typeof PEERS)[number]) => metrics[peer]?.rows === metrics.model.rows;
  const missing = PEERS.filter((peer) => metrics[peer] === null);
  return (
    <Panel
      title={t('measures')}
      note={t('measuresNote', { rows: formatInteger(metrics.model.rows, locale) })}
      foot={
        <span>
          {missing.length > 0
            ? t('notJudged', { peers: missing.map((p) => t(`peers.${p}`)).join(', ') })
            : t('yardstickNote')}
        </span>
      }
    >
      <ScrollX label={t('measures')}>
        <table className="tb free" aria-label={t('measures')}>
          <thead>
            <tr>
              <th scope="col">{t('measure')}</th>
              <th scope="col" className="num">
                {t('thisModel')}
              </th>
              {peers.map((peer) => (
                <th scope="col" className="num" key={peer}>
                  {t(`peers.${peer}`)}
                  {!alike(peer) && (
                    <>
                      <br />
                      {t('otherRows', { rows: formatInteger(metrics[peer]!.rows, locale) })}
                    </>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {MEASURES.map(({ id, digits, less }) => (
              <tr key={id}>
                <th scope="row">{t(`metrics.${id}`)}</th>
                <td className="num b">{words.figure(metrics.model[id], digits)}</td>
                {peers.map((peer) => (
                  <td className="num" key={peer}>
                    <span className="muted">{words.figure(metrics[peer]![id], digits)}</span>{' '}
                    <Against
                      ours={ours(peer)[id]}
                      theirs={ours(peer).rows === metrics[peer]!.rows ? metrics[peer]![id] : null}
                      digits={digits}
                      less={less}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </Panel>
  );

  /** By how much this model is better or worse, rounded as the figures are. */
  function Against({ ours, theirs, digits, less }: AgainstProps) {
    if (ours === null || theirs === null) return null;
    const unit = 10 ** digits;
    const by = (Math.round(ours * unit) - Math.round(theirs * unit)) / unit;
    if (by === 0) return <span className="xs muted">=</span>;
    const better = by > 0 !== less;
    return (
      <span className={`xs delta ${better ? 'up' : 'down'}`}>
        <span className="sr">{t(better ? 'better' : 'worse')} </span>
        {by > 0 ? '+' : ''}
        {formatDecimal(by, locale, digits)}
      </span>
    );
  }
}

type AgainstProps = { ours: number | null; theirs: number | null; digits: number; less: boolean };
