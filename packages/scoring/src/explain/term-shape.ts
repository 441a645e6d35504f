import type { Fact, FactBins, ModelDocument, Words } from '@ascent/schemas';
import { binCount } from '../bin/bin-of';
import { coarseCount } from '../score/score-account';
import { binText, coarseText } from './bin-text';
import { inBoth } from './number-text';

/** What a term adds over all that it can look at. Axes in the order of `facts`; points row-major, the last axis fastest. */
export type TermShape = {
  term: number;
  facts: string[];
  words: Words[];
  kinds: ('number' | 'category')[];
  axes: Words[][];
  points: number[];
  least: number;
  most: number;
};

export function termShape(document: ModelDocument, term: number, fact: (id: string) => Fact): TermShape {
  const { features, points } = document.terms[term]!;
  const looked = features.map((at) => document.features[at]!);
  return {
    term,
    facts: looked.map((feature) => feature.fact),
    words: looked.map((feature) => fact(feature.fact).words),
    kinds: looked.map((feature) => feature.bins.kind),
    axes: looked.map((feature) => axisOf(feature, looked.length, fact(feature.fact))),
    points,
    least: Math.min(...points),
    most: Math.max(...points),
  };
}

/** The bins of one axis in words: fine ones where the term has one fact, coarse ones else. */
function axisOf(feature: FactBins, factsInTerm: number, fact: Fact): Words[] {
  const size = factsInTerm === 1 ? binCount(feature.bins) : coarseCount(feature);
  return Array.from({ length: size }, (_, bin) =>
    inBoth((lang) =>
      factsInTerm === 1 ? binText(feature.bins, bin, fact, lang) : coarseText(feature, bin, fact, lang),
    ),
  );
}
