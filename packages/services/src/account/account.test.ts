import { CLUSTERS, defaultCatalogue, SegmentCode } from '@ascent/schemas';
import { describe, expect, test } from 'vitest';
import type { ShownRelease } from '../context';
import { accountCohorts } from './cohorts';
import { AccountQuery, conditions, ordering } from './filters';

const release: ShownRelease = {
  id: '2026-10.1',
  period: '2026-10',
  previousId: null,
  publishedAt: '',
  fitAsOf: '2026-10-20',
  intentAsOf: '2026-10-20',
  catalogue: defaultCatalogue,
};
const query = (given: object = {}) => AccountQuery.parse(given);

describe('a list is narrowed', () => {
  test('by nothing unless asked', () => {
    expect(conditions(release, query())).toEqual([]);
  });

  test('by columns of the product that is shown, the first one by default', () => {
    const filters = { clusters: ['Act Now'], codes: ['A1'], fit: ['High'], intent: ['Low'] };
    const columns = (given: object) =>
      conditions(release, query({ ...filters, ...given })).map((each) => each.column);
    expect(columns({})).toEqual(['AzureCluster', 'AzureCode', 'AzureFit', 'AzureIntent']);
    expect(columns({ product: 'M365' })).toEqual(['M365Cluster', 'M365Code', 'M365Fit', 'M365Intent']);
  });

  test('by size, country, industry and the members of a cohort', () => {
    const given = {
      sizes: ['Medium'],
      countries: ['Brazil', 'Chile'],
      industries: ['Health'],
      cohort: 'copilot',
    };
    expect(conditions(release, query(given))).toEqual([
      { column: 'SMCTypeSummary', op: 'in', values: ['Medium'] },
      { column: 'Country', op: 'in', values: ['Brazil', 'Chile'] },
      { column: 'Industry', op: 'in', values: ['Health'] },
      { column: 'Copilot_for_Microsoft_365', op: '=', value: 'Yes' },
    ]);
  });

  test.each([
    [{ product: 'Azure`; DROP' }, 'product: Azure`; DROP is not in the catalogue'],
    [{ cohort: 'x' }, 'cohort: x is not in the catalogue'],
  ])('by %j is refused by name', (given, message) => {
    expect(() => conditions(release, query(given))).toThrow(message);
  });

  test.each([
    { clusters: ['Act now'] },
    { codes: ['A5'] },
    { fit: ['Highest'] },
    { pageSize: 201 },
    { page: 0 },
    { sort: 'revenue' },
    { search: 'x'.repeat(101) },
  ])('and asks for nothing that there is not: %j', (given) => {
    expect(AccountQuery.safeParse(given).success).toBe(false);
  });
});

describe('a list is sorted', () => {
  test('best first by default, and the other way round when asked', () => {
    const order = (given: object) => ordering(release, query(given));
    expect(order({ product: 'M365' })).toEqual([
      { column: 'M365Code', descending: false, ranks: SegmentCode.options },
      { column: 'M365FitScore', descending: true },
      { column: 'M365IntentScore', descending: true },
    ]);
    expect(order({ descending: true })[0]).toMatchObject({ column: 'AzureCode', descending: true });
  });

  test.each([
    ['name', 'AccountName'],
    ['employees', 'OrgSize'],
    ['country', 'Country'],
    ['industry', 'Industry'],
    ['fit', 'AzureFitScore'],
    ['intent', 'AzureIntentScore'],
    ['propensity', 'AzurePropensity'],
  ])('by %s as asked', (sort, column) => {
    for (const descending of [true, false])
      expect(ordering(release, query({ sort, descending }))).toEqual([{ column, descending }]);
  });
});

describe('the cohorts of an account', () => {
  const facts = { m365Active: 1, m365Rank: 3, m365Seats: 40, employees: 100, surfaceBought: 0, e5Active: 0 };
  const first = { azureActive: 0, m365Bought: 2, monthlyConsumption: 0 };
  const of = (given: Record<string, number | string | null>, seesSensitive = true) =>
    accountCohorts(defaultCatalogue, given, seesSensitive);
  const names = (given: Record<string, number | string | null>) =>
    of(given)
      .filter((cohort) => cohort.member)
      .map((cohort) => cohort.id);

  test('are those whose rule holds, told fact by fact', () => {
    expect(names(facts)).toEqual([
      'higher-suite',
      'more-seats',
      'surface-acquire-small',
      'threat-protection',
    ]);
    const seats = of(facts).find((cohort) => cohort.id === 'more-seats')!;
    expect(seats.clauses.flatMap((clause) => clause.facts.map((fact) => fact.name))).toEqual(
      expect.arrayContaining(['m365Active', 'm365Seats', 'employees']),
    );
  });

  test('are none where nothing is known', () => {
    expect(names({})).toEqual([]);
    expect(of({}).map((cohort) => cohort.clauses)).toEqual(defaultCatalogue.cohorts.map(() => []));
  });

  test.each(CLUSTERS)('Copilot is for Act Now and Evaluate: %s', (cluster) => {
    const member = names({ copilotSuiteActive: 1, M365Cluster: cluster }).includes('copilot');
    expect(member).toBe(cluster === 'Act Now' || cluster === 'Evaluate');
  });

  test('keep a clause about a sensitive fact from who may not see its value', () => {
    const clausesOf = (seesSensitive: boolean) =>
      of(first, seesSensitive)
        .find((cohort) => cohort.id === 'first-azure-workload')!
        .clauses.flatMap((clause) => clause.facts.map((fact) => fact.name));
    expect(clausesOf(true)).toContain('monthlyConsumption');
    expect(clausesOf(false)).not.toContain('monthlyConsumption');
    expect(clausesOf(false)).toEqual(expect.arrayContaining(['azureActive', 'm365Bought']));
  });
});
