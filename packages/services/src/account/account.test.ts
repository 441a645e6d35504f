import { CLUSTERS, defaultCatalogue, seesFact } from '@ascent/schemas';
import { describe, expect, test } from 'vitest';
import { accountCohorts } from './cohorts';

test('the value of a fact that sums up several partners’ sales is nobody’s to see', () => {
  const spend = defaultCatalogue.facts.find((fact) => fact.id === 'spend365d')!;
  expect([true, false].map((executive) => seesFact(spend, executive))).toEqual([false, false]);
  expect([true, false].map((executive) => seesFact({ visibility: 'sensitive' }, executive))).toEqual([
    true,
    false,
  ]);
  expect([true, false].map((executive) => seesFact({ visibility: 'open' }, executive))).toEqual([true, true]);
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
