import { expect, test } from 'vitest';
import { defaultCatalogue } from '../default-catalogue/default-catalogue';
import { gridColumns } from '../dictionary/grid-columns';
import { readerCatalogue } from './reader-catalogue';

const visibility = (id: string) => defaultCatalogue.facts.find((fact) => fact.id === id)!.visibility;

test.each([true, false])(
  'a reader is told no rule, no source and no scope (sees what is sensitive: %s)',
  (sees) => {
    const told = JSON.stringify(readerCatalogue(defaultCatalogue, sees));
    for (const { rule } of [...defaultCatalogue.cohorts, ...defaultCatalogue.flags])
      expect(told).not.toContain(JSON.stringify(rule));
    expect(told).not.toMatch(/"(rule|source|scope|skus|fit|intent|windowDays|halfLifeDays)":/);
  },
);

test('facts of several partners are nobody’s to see, sensitive ones the executives’', () => {
  const seen = (sees: boolean) =>
    new Set(readerCatalogue(defaultCatalogue, sees).facts.map(({ id }) => visibility(id)));
  expect(seen(true)).toEqual(new Set(['open', 'sensitive']));
  expect(seen(false)).toEqual(new Set(['open']));
});

test('the grid has the same columns by it', () => {
  for (const sees of [true, false])
    expect(gridColumns(readerCatalogue(defaultCatalogue, sees), sees)).toEqual(
      gridColumns(defaultCatalogue, sees),
    );
});
