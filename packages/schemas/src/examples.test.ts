import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCatalogue } from './catalogue/read-catalogue';
import { FEEDS } from './feeds/feed';
import { Mapping } from './feeds/mapping';

const folder = new URL('../../../examples/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
const documentOf = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown;
const ending = (end: string) => files.filter((file) => file.endsWith(end));

test.each(ending('catalogue.json'))('the catalogue %s can be read', (file) => {
  expect(readCatalogue(documentOf(file)).products.length).toBeGreaterThan(0);
});

test.each(ending('.mapping.json'))('the mapping %s fills columns that its feed has', (file) => {
  const { feed, columns } = Mapping.parse(documentOf(file));
  const named = Object.keys(columns);
  expect(named.filter((column) => !(column in FEEDS[feed].columns))).toEqual([]);
  const required = Object.entries(FEEDS[feed].columns).filter(([, field]) => field.required);
  expect(named).toEqual(expect.arrayContaining(required.map(([column]) => column)));
});
