import { countryName, type Fact, type ModelDocument } from '@ascent/schemas';
import type { CardInput, Lang } from '@ascent/scoring';
import { leakageWords, reasonText } from './reason-words';

/** A card with its own sentences and the names of countries in a language, for a text. */
export function cardToldIn(input: CardInput, lang: Lang): CardInput {
  const { card, document, fact } = input;
  return {
    ...input,
    card: {
      ...card,
      reason: reasonText(card, lang),
      leakage: card.leakage.map((leak) => ({ ...leak, message: leakageWords(leak)[lang] })),
    },
    document: document && namedIn(document, fact, lang),
  };
}

/** The document with countries by their names in a language: to be told, not to score with. */
export function namedIn(document: ModelDocument, fact: (id: string) => Fact, lang: Lang): ModelDocument {
  return {
    ...document,
    features: document.features.map((feature) => {
      const { source } = fact(feature.fact);
      const { bins } = feature;
      if (bins.kind !== 'category' || source.from !== 'account' || source.measure !== 'country')
        return feature;
      const levels = bins.levels.map((level) => countryName(level, lang === 'pt' ? 'pt-BR' : 'en'));
      return { ...feature, bins: { ...bins, levels } };
    }),
  };
}
