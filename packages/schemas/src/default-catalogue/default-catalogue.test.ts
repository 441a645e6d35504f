import { describe, expect, test } from 'vitest';
import { catalogueMatrix } from '../catalogue/catalogue';
import { isCategory } from '../catalogue/fact';
import { readCatalogue } from '../catalogue/read-catalogue';
import { REPORT_COLUMNS } from '../dictionary/report-columns';
import { FEEDS } from '../feeds/feed';
import { SIGNAL_KINDS } from '../feeds/signals';
import { defaultCatalogue as catalogue } from './default-catalogue';

const facts = new Map(catalogue.facts.map((fact) => [fact.id, fact]));
const clusters = new Set(catalogue.products.map((product) => `${product.id}Cluster`));
const WORDS = new Set(['and', 'or', 'not', 'in', 'is', 'unknown', 'between']);
const namesIn = (rule: string) =>
  [...rule.replaceAll(/'(?:[^']|'')*'/g, '').matchAll(/[A-Za-z]\w*/g)]
    .map(([name]) => name)
    .filter((name) => !WORDS.has(name));

test('survives being written and read', () => {
  expect(readCatalogue(JSON.parse(JSON.stringify(catalogue)))).toEqual(catalogue);
});

test('cuts off on the 20th, looks 90 days ahead and uses a matrix it has', () => {
  expect(catalogue).toMatchObject({ cutOffDay: 20, horizonDays: 90, trainingCutOffs: 6 });
  expect(catalogueMatrix(catalogue).id).toBe('fit-first');
});

const rules = [
  ...catalogue.cohorts.map(({ id, rule }) => [`cohort ${id}`, rule] as const),
  ...catalogue.flags.map(({ header, rule }) => [`flag ${header}`, rule] as const),
  ...catalogue.offers.map(({ name, rule }) => [`offer ${name}`, rule] as const),
  ...catalogue.products.flatMap(({ id, scope }) => (scope ? [[`scope of ${id}`, scope] as const] : [])),
];
test.each(rules)('the %s speaks only of facts and clusters that there are', (_what, rule) => {
  const names = namesIn(rule);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !facts.has(name) && !clusters.has(name))).toEqual([]);
});

test('no scope looks at a cluster: it is decided before there are any', () => {
  const named = catalogue.products.flatMap(({ scope }) => namesIn(scope ?? ''));
  expect(named.filter((name) => clusters.has(name))).toEqual([]);
});

describe('what facts are made from is there', () => {
  const sources = catalogue.facts.map((fact) => fact.source);
  const used = (key: string) =>
    new Set(sources.flatMap((source) => (source as unknown as Record<string, string[]>)[key] ?? []));

  test('skus, topics, kinds of signals, divisions and technologies', () => {
    const known: Record<string, string[]> = {
      skus: catalogue.skus.map((sku) => sku.id),
      topics: catalogue.topics.map((topic) => topic.id),
      kinds: [...SIGNAL_KINDS],
      divisions: catalogue.skus.map((sku) => sku.division),
      names: Object.values(catalogue.technologies).flat(),
    };
    for (const [key, list] of Object.entries(known)) {
      expect(used(key).size).toBeGreaterThan(0);
      expect([...used(key)].filter((each) => !list.includes(each))).toEqual([]);
    }
  });

  test('categories are columns of the account, numbers are not', () => {
    for (const fact of catalogue.facts) {
      const column = fact.source.from === 'account' ? FEEDS.accounts.columns[fact.source.measure] : undefined;
      expect(isCategory(fact)).toBe(['text', 'choice'].includes(column?.rule.kind ?? ''));
    }
  });

  test('what is money is sensitive', () => {
    const open = catalogue.facts.filter((fact) => fact.unit === 'cents' && fact.visibility === 'open');
    expect(open).toEqual([]);
  });
});

describe('the products', () => {
  test('are the seven pairs of models', () => {
    expect(catalogue.products.map((product) => product.id)).toEqual([
      'Azure',
      'M365',
      'Surface',
      'D365BC',
      'D365SP',
      'PowerApps',
      'Security',
    ]);
  });

  test.each(catalogue.products)('$id names each fact once', ({ fit, intent }) => {
    for (const { facts } of [fit, intent]) expect(new Set(facts).size).toBe(facts.length);
  });

  test('Business Central is for fewer than 300 employees, Power Apps for rivals’ customers', () => {
    const scopes = Object.fromEntries(catalogue.products.map(({ id, scope }) => [id, scope]));
    expect(scopes).toMatchObject({ D365BC: 'employees < 300', PowerApps: 'usesLowCodeRival > 0' });
    expect(Object.values(scopes).filter(Boolean)).toHaveLength(2);
  });
});

describe('the cohorts', () => {
  test('are twelve, one for Azure, five and four for both workplace reports, one each for the others', () => {
    const count = (report: string, product?: string) =>
      catalogue.cohorts.filter(
        (cohort) => cohort.reports.includes(report as 'azure') && (!product || cohort.product === product),
      ).length;
    expect(catalogue.cohorts).toHaveLength(12);
    expect([count('azure'), count('m365', 'M365'), count('m365', 'Surface')]).toEqual([1, 5, 4]);
    expect([count('surface'), count('d365'), count('security'), count('agreement-renewal')]).toEqual([
      9, 1, 1, 0,
    ]);
  });

  test('and the flags are every Yes/No column of the reports, under its name', () => {
    const asked = new Set(
      REPORT_COLUMNS.filter((column) => column.type === 'yesno').map((column) => column.header),
    );
    const given = [...catalogue.cohorts, ...catalogue.flags].map(({ header }) => header);
    expect(new Set(given).size).toBe(given.length);
    expect(new Set(given)).toEqual(asked);
  });

  test('stand in exactly the reports that have their column', () => {
    for (const { header, reports, words } of catalogue.cohorts) {
      const columns = REPORT_COLUMNS.filter((column) => column.header === header);
      expect(columns.map((column) => column.report).sort()).toEqual([...reports].sort());
      expect(words).toEqual(columns[0]!.words);
    }
  });
});

test('revenue bands rise and the last is open', () => {
  const ends = catalogue.revenueBands.map((band) => band.belowCents);
  expect(ends.at(-1)).toBe(null);
  expect(ends.slice(0, -1)).toEqual([...ends.slice(0, -1)].sort((a, b) => a! - b!));
});
