import type { Catalogue, Cohort, Flag, Product, SolutionArea } from './catalogue';
import { type Fact, seesFact } from './fact';

/**
 * What screens need of a catalogue: names, columns, cuts. The rules by which cohorts are made, the models' facts and
 * how each is computed stay with the host; facts and bands that the reader may not see are not there.
 */
export type ReaderCatalogue = {
  solutionAreas: SolutionArea[];
  products: Pick<Product, 'id' | 'area' | 'words' | 'levelCuts'>[];
  cohorts: Pick<Cohort, 'id' | 'header' | 'product' | 'category' | 'play' | 'words'>[];
  flags: Pick<Flag, 'header'>[];
  facts: Pick<Fact, 'id' | 'words' | 'unit'>[];
} & Pick<Catalogue, 'topics' | 'matrices' | 'matrix' | 'revenueBands'>;

export function readerCatalogue(catalogue: Catalogue, seesSensitive: boolean): ReaderCatalogue {
  const { solutionAreas, topics, matrices, matrix, revenueBands } = catalogue;
  return {
    ...{ solutionAreas, topics, matrices, matrix },
    revenueBands: seesSensitive ? revenueBands : [],
    products: catalogue.products.map(({ id, area, words, levelCuts }) => ({ id, area, words, levelCuts })),
    cohorts: catalogue.cohorts.map(({ id, header, product, category, play, words }) => ({
      ...{ id, header, product, category, play, words },
    })),
    flags: catalogue.flags.map(({ header }) => ({ header })),
    facts: catalogue.facts
      .filter((fact) => seesFact(fact, seesSensitive))
      .map(({ id, words, unit }) => ({ id, words, unit })),
  };
}
