import { AccountQuery, defaultCatalogue, type Filter, gridColumns, SEGMENT_CODES } from '@ascent/schemas';
import { describe, expect, test } from 'vitest';
import type { ShownRelease } from '../context';
import { bandSum } from './band-sum';
import { conditions } from './conditions';
import { ordering } from './ordering';
import { similarTo } from './search';
import { chosenGridColumns, defaultColumns } from './shown-columns';

const release: ShownRelease = {
  id: '2026-10.1',
  period: '2026-10',
  previousId: null,
  publishedAt: '',
  fitAsOf: '2026-10-20',
  intentAsOf: '2026-10-20',
  catalogue: defaultCatalogue,
};
const executive = { release, seesSensitive: true };
const viewer = { release, seesSensitive: false };
const query = (given: object = {}) => AccountQuery.parse(given);
const where = (...filters: (Omit<Filter, 'values'> & { values?: string[] })[]) =>
  conditions(executive, query({ where: filters }));

describe('a list is narrowed', () => {
  test('by nothing unless asked', () => {
    expect(conditions(executive, query())).toEqual([]);
  });

  test('by columns of the product that is shown, the first one by default', () => {
    const filters = { clusters: ['Act Now'], codes: ['A1'], fit: ['High'], intent: ['Low'] };
    const columns = (given: object) =>
      conditions(executive, query({ ...filters, ...given })).map((each) => 'column' in each && each.column);
    expect(columns({})).toEqual(['AzureCluster', 'AzureCode', 'AzureFit', 'AzureIntent']);
    expect(columns({ product: 'M365' })).toEqual(['M365Cluster', 'M365Code', 'M365Fit', 'M365Intent']);
  });

  test('by size, country, industry, the members of a cohort, topics and the day of the last signal', () => {
    const given = {
      ...{ sizes: ['Medium'], countries: ['Brazil', 'Chile'], industries: ['Health'], cohort: 'copilot' },
      ...{ topics: ['erp'], signalSince: '2026-10-01', accounts: ['a1'] },
    };
    expect(conditions(executive, query(given))).toEqual([
      { column: 'SMCTypeSummary', op: 'in', values: ['Medium'] },
      { column: 'Country', op: 'in', values: ['Brazil', 'Chile'] },
      { column: 'Industry', op: 'in', values: ['Health'] },
      { column: 'account_id', op: 'in', values: ['a1'] },
      { column: 'Copilot_for_Microsoft_365', op: '=', value: 'Yes' },
      { column: 'SignalTopics', op: 'has', values: ['erp'] },
      { column: 'LastSignalOn', op: '>=', value: '2026-10-01' },
    ]);
  });

  test('by any column of the dictionary, in the units that people write', () => {
    expect(
      where(
        { column: 'AzureFitScore', op: 'min', values: ['74.95'] },
        { column: 'AzurePropensity', op: 'max', values: ['12.5'] },
        { column: 'OrgSize', op: 'unknown' },
        { column: 'City', op: 'starts', values: ['São'] },
        { column: 'AzureCode', op: 'not', values: ['ET10', ''] },
        { column: 'AzureSignalExplainability', op: 'contains', values: ['hiring'] },
      ),
    ).toEqual([
      { column: 'AzureFitScore', op: '>=', value: 750 },
      { column: 'AzurePropensity', op: '<=', value: 125_000 },
      { column: 'OrgSize', op: 'is null' },
      { column: 'City', op: 'starts', value: 'São' },
      { column: 'AzureCode', op: 'not in', values: ['ET10', ''] },
      { column: 'AzureSignalExplainability', op: 'contains', value: 'hiring' },
    ]);
  });

  test('by one agreement that has all that is asked of agreements', () => {
    const filters = where(
      { column: 'AgreementEndDate', op: 'max', values: ['2027-01-31'] },
      { column: 'ExpiringRevenue', op: 'min', values: ['1000'] },
    );
    expect(filters).toEqual([
      {
        op: 'agreement',
        where: [
          { column: 'AgreementEndDate', op: '<=', value: '2027-01-31' },
          { column: 'ExpiringRevenue', op: '>=', value: 100_000 },
        ],
      },
    ]);
  });

  test.each([
    [{ product: 'Azure`; DROP' }, 'product: Azure`; DROP is not in the catalogue'],
    [{ cohort: 'x' }, 'cohort: x is not in the catalogue'],
    [{ where: [{ column: 'partner_id', op: 'is', values: ['p2'] }] }, 'columns: there is no partner_id'],
    [{ where: [{ column: 'OrgSize', op: 'min', values: ['many'] }] }, 'OrgSize: many is not a number'],
    [{ where: [{ column: 'OrgSize', op: 'min', values: ['1e400'] }] }, 'OrgSize: 1e400 is not a number'],
    [{ where: [{ column: 'OrgSize', op: 'min' }] }, 'OrgSize: min needs a value'],
    [
      { where: [{ column: 'OrgSize', op: 'contains', values: ['1'] }] },
      'OrgSize: only texts can be looked into',
    ],
    [{ where: [{ column: 'City', op: 'max', values: ['z'] }] }, 'City: texts have no max'],
    [{ where: [{ column: 'FitAsOf', op: 'min', values: ['2026-02-31x'] }] }, 'is not a day like'],
  ])('by %j is refused by name', (given, message) => {
    expect(() => conditions(executive, query(given))).toThrow(message);
  });

  test('a forbidden column is refused in the words of one that does not exist', () => {
    for (const column of ['AzureRevenuePotential', 'ExpiringRevenue', 'NoSuchColumn']) {
      const asked = query({ where: [{ column, op: 'known' }], sort: [{ column }] });
      expect(() => conditions(viewer, asked)).toThrow(`columns: there is no ${column}`);
      expect(() => ordering(viewer, asked)).toThrow(`columns: there is no ${column}`);
    }
  });

  test.each([
    { clusters: ['Act now'] },
    { codes: ['A5'] },
    { fit: ['Highest'] },
    { pageSize: 201 },
    { page: 0 },
    { sort: [{ column: 'a'.repeat(121) }] },
    { where: [{ column: 'City', op: 'like', values: [] }] },
    { search: 'x'.repeat(101) },
  ])('and asks for nothing that there is not: %j', (given) => {
    expect(AccountQuery.safeParse(given).success).toBe(false);
  });
});

describe('a list is sorted', () => {
  test('best first by default, and the other way round when asked', () => {
    const order = (given: object) => ordering(executive, query(given));
    expect(order({ product: 'M365' })).toEqual([
      { column: 'M365Code', descending: false, ranks: SEGMENT_CODES },
      { column: 'M365FitScore', descending: true },
      { column: 'M365IntentScore', descending: true },
    ]);
    expect(order({ sort: [{ column: 'best', descending: true }] })[0]).toMatchObject({
      column: 'AzureCode',
      descending: true,
    });
  });

  test('by several columns, choices in the order that the catalogue gives them', () => {
    const sort = [{ column: 'AzureFit' }, { column: 'OrgSize', descending: true }];
    expect(ordering(executive, query({ sort }))).toEqual([
      { column: 'AzureFit', descending: false, ranks: ['High', 'Medium', 'Low', 'Very low'] },
      { column: 'OrgSize', descending: true },
    ]);
  });

  test('not by an agreement, of which an account has several', () => {
    const sort = [{ column: 'AgreementEndDate' }];
    expect(() => ordering(executive, query({ sort }))).toThrow('several agreements');
  });
});

describe('the columns shown', () => {
  test('are the grid’s own until somebody chooses, with revenue only for who may see it', () => {
    expect(chosenGridColumns(executive, query()).columns).toEqual(defaultColumns(release, 'Azure', true));
    expect(chosenGridColumns(viewer, query()).columns).not.toContain('AzureRevenuePotential');
  });

  test('start with the name, in the order chosen; what is not in the role is counted, not named', () => {
    const columns = ['Industry', 'AzureRevenuePotential', 'AccountName', 'nothing', 'OrgSize'];
    expect(chosenGridColumns(viewer, query({ columns }))).toEqual({
      columns: ['AccountName', 'Industry', 'OrgSize'],
      hidden: 2,
    });
  });

  test('can be every column but those of agreements, of which only the next end stands in a row', () => {
    const all = gridColumns(defaultCatalogue, true).map((column) => column.id);
    const { columns } = chosenGridColumns(executive, query({ columns: all.slice(0, 60) }));
    expect(columns).toHaveLength(60);
    expect(
      chosenGridColumns(executive, query({ columns: ['LicenseProgram', 'AgreementEndDate'] })).columns,
    ).toEqual(['AccountName', 'AgreementEndDate']);
  });
});

describe('revenue of many accounts', () => {
  test('is the sum of both ends of their bands; the last has only a lower one', () => {
    const counts = [
      { band: '<$1K', n: 2 },
      { band: '$25K-$50K', n: 3 },
      { band: '$100K+', n: 1 },
      { band: '', n: 4 },
    ];
    expect(bandSum(defaultCatalogue, counts)).toEqual({
      low: 3 * 2_500_000 + 10_000_000,
      high: 2 * 100_000 + 3 * 5_000_000 + 10_000_000,
      open: true,
      none: 4,
    });
  });
});

describe('a search', () => {
  test('that finds nothing tries its longer words, at most four', () => {
    expect(similarTo('Catselo & Brandão do Rio Grande Sul')).toEqual({
      similar: ['catselo', 'brandao', 'rio', 'grande'],
    });
    expect(similarTo('%% a')).toEqual({ similar: [] });
  });
});
