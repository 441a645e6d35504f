import type { FactBins, Level, ModelDocument, Words } from '@ascent/schemas';
import { binText } from './bin-text';
import type { Move } from './moves';
import { inBoth, numberText } from './number-text';
import type { Telling } from './sentence';

const LEVEL_WORDS: Record<Level, Words> = {
  High: { en: 'High', pt: 'Alta' },
  Medium: { en: 'Medium', pt: 'Média' },
  Low: { en: 'Low', pt: 'Baixa' },
  'Very low': { en: 'Very low', pt: 'Muito baixa' },
};

/** "Visits in 30 days: at 3 or more instead of 0 the score would be 76.2, High" */
export function moveSentence(
  move: Move,
  { document, fact }: Pick<Telling, 'fact'> & { document: ModelDocument },
): Words {
  const { bins } = document.features.find((feature: FactBins) => feature.fact === move.fact)!;
  return inBoth((lang) => {
    const { words } = fact(move.fact);
    const [from, to] = [move.fromBin, move.toBin].map((bin) => binText(bins, bin, fact(move.fact), lang));
    const score = numberText(move.score / 10, lang, 1);
    return lang === 'pt'
      ? `${words.pt}: com ${to} em vez de ${from}, a pontuação seria ${score}, ${LEVEL_WORDS[move.level].pt}`
      : `${words.en}: at ${to} instead of ${from} the score would be ${score}, ${LEVEL_WORDS[move.level].en}`;
  });
}
