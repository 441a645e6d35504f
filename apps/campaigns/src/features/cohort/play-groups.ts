import type { CohortLine } from '@ascent/api';
import { inLocale, type Locale, type ReaderCatalogue, type Words } from '@ascent/schemas';

export type PlayGroup = { id: string; name: string; plays: CohortLine[] };

/** Cohorts by the solution area of their product, in the catalogue's order; the largest first within one. */
export function groupPlays(cohorts: CohortLine[], catalogue: ReaderCatalogue, locale: Locale): PlayGroup[] {
  const areaOf = new Map(catalogue.products.map(({ id, area }) => [id, area]));
  return catalogue.solutionAreas
    .map(({ id, words }) => ({
      id,
      name: inLocale(words, locale),
      plays: cohorts
        .filter((cohort) => areaOf.get(cohort.product) === id)
        .sort((one, other) => other.total - one.total),
    }))
    .filter((group) => group.plays.length > 0);
}

export function playName({ category, play }: { category: Words; play: Words }, locale: Locale): string {
  const [kind, name] = [inLocale(category, locale), inLocale(play, locale)];
  return name.startsWith(kind) ? name : `${kind}: ${name}`;
}
