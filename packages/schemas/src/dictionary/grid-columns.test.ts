import { expect, test } from 'vitest';
import { defaultCatalogue } from '../default-catalogue/default-catalogue';
import { gridColumns } from './grid-columns';
import { REPORT_COLUMNS } from './report-columns';

const all = gridColumns(defaultCatalogue, true);

test('each column stands once, with a title and a meaning in both languages', () => {
  expect(new Set(all.map((column) => column.id)).size).toBe(all.length);
  for (const { title, meaning } of all)
    for (const words of [title, meaning])
      expect([words.en, words.pt].every((text) => text.length > 1)).toBe(true);
});

test('a column that the dictionary calls sensitive exists only for an executive report viewer', () => {
  const open = gridColumns(defaultCatalogue, false).map((column) => column.id);
  const hidden = all.filter((column) => !open.includes(column.id)).map((column) => column.id);
  expect(hidden).toEqual([
    ...defaultCatalogue.products.map(({ id }) => `${id}RevenuePotential`),
    'ExpiringRevenue',
  ]);
  const sensitive = REPORT_COLUMNS.filter((column) => column.sensitive).map((column) => column.header);
  for (const header of sensitive) expect(open).not.toContain(header);
});

test('every documented column but those of the agreement itself and the partner is among them', () => {
  const ids = new Set(all.map((column) => column.id));
  const missing = new Set(REPORT_COLUMNS.map((column) => column.header).filter((header) => !ids.has(header)));
  // The last is the product's own column under the header that one-product reports give it.
  expect([...missing].sort()).toEqual(['AgreementID', 'GlobalID', 'PartnerName', 'RevenuePotential']);
});
