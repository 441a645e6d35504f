import type { ModelCard, ModelMetrics, Words } from '@ascent/schemas';
import { inBoth, type Lang, numberText } from './number-text';

type Peer = 'champion' | 'logistic' | 'yardstick';

/** After "above", "below" and "level with"; Portuguese contracts them with the article. */
const PEERS: Record<Peer, { en: string; from: string; with: string }> = {
  champion: { en: 'the champion', from: 'do campeão', with: 'ao campeão' },
  logistic: {
    en: 'plain logistic regression',
    from: 'da regressão logística simples',
    with: 'à regressão logística simples',
  },
  yardstick: {
    en: 'the yardstick of boosted trees',
    from: 'da referência de árvores impulsionadas',
    with: 'à referência de árvores impulsionadas',
  },
};

/** How far a model is from each peer that was judged on the same rows, in a sentence each. */
export function comparisonTexts({ metrics }: Pick<ModelCard, 'metrics'>): Words[] {
  return (['champion', 'logistic', 'yardstick'] as const).flatMap((peer) => {
    const ours = peer === 'champion' ? (metrics.contender ?? metrics.model) : metrics.model;
    const told = comparison(ours, metrics[peer], peer);
    return told ? [told] : [];
  });
}

function comparison(model: ModelMetrics, other: ModelMetrics | null, peer: Peer): Words | null {
  // Figures on other rows have another base rate, and tell nothing beside these.
  if (!other || other.rows !== model.rows || model.auc === null || other.auc === null) return null;
  // Rounded first, so that the words agree with the figures of the table.
  const ahead = Math.round(model.auc * 1000) - Math.round(other.auc * 1000);
  return inBoth((lang) => {
    const place = placeText(ahead, peer, lang);
    const text = lang === 'pt' ? `AUC ${place}` : `AUC is ${place}`;
    return peer === 'yardstick' ? `${text}${costText(ahead, lang)}` : `${text}.`;
  });
}

function placeText(thousandths: number, peer: Peer, lang: Lang): string {
  const by = numberText(Math.abs(thousandths) / 1000, lang, 3);
  const names = PEERS[peer];
  if (lang === 'pt')
    return thousandths === 0
      ? `igual ${names.with}`
      : `${by} ${thousandths > 0 ? 'acima' : 'abaixo'} ${names.from}`;
  if (thousandths === 0) return `level with ${names.en}`;
  return `${by} ${thousandths > 0 ? 'above' : 'below'} ${names.en}`;
}

function costText(ahead: number, lang: Lang): string {
  if (ahead < 0)
    return lang === 'pt'
      ? ', que nunca pontua contas: é o custo de ser explicável.'
      : ', which never serves: that is what being explainable costs.';
  return lang === 'pt'
    ? ', que nunca pontua contas: ser explicável não custou nada aqui.'
    : ', which never serves: being explainable cost nothing here.';
}
