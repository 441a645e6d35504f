import { describe, expect, test } from 'vitest';
import { defaultCatalogue } from '../default-catalogue/default-catalogue';
import { type Catalogue, catalogueMatrix } from './catalogue';
import { readCatalogue } from './read-catalogue';

/** The default catalogue with something done to it. */
function changed(change: (catalogue: Catalogue) => unknown): unknown {
  const copy = structuredClone(defaultCatalogue);
  change(copy);
  return copy;
}
const first = <T>(list: T[]) => list[0]!;

describe('a name that is not defined is refused, and its place told', () => {
  test.each<[string, (catalogue: Catalogue) => unknown]>([
    ['products.Azure.area: cloud', (c) => Object.assign(first(c.products), { area: 'cloud' })],
    ['products.Azure.topics: clouds', (c) => first(c.products).topics.push('clouds')],
    ['products.Azure.skus: AZ-X', (c) => first(c.products).skus.push('AZ-X')],
    ['products.Azure.fit.facts: staff', (c) => first(c.products).fit.facts.push('staff')],
    ['products.Azure.intent.facts: staff', (c) => first(c.products).intent.facts.push('staff')],
    ['cohorts.copilot.product: M366', (c) => Object.assign(cohort(c, 'copilot'), { product: 'M366' })],
    ['workloads.Backup.fact: backups', (c) => Object.assign(workload(c, 'Backup'), { fact: 'backups' })],
    ['facts.m365Seats.skus: M365-X', (c) => skusOf(c, 'm365Seats').push('M365-X')],
    ['facts.signalErp.topics: ERP', (c) => topicsOf(c, 'signalErp').push('ERP')],
    ['matrix: fit-last', (c) => Object.assign(c, { matrix: 'fit-last' })],
  ])('%s', (place, change) => {
    expect(() => readCatalogue(changed(change))).toThrow(`${place} is not defined`);
  });

  const cohort = (c: Catalogue, id: string) => c.cohorts.find((each) => each.id === id)!;
  const workload = (c: Catalogue, name: string) => c.workloads.find((each) => each.name === name)!;
  const source = (c: Catalogue, id: string) => c.facts.find((fact) => fact.id === id)!.source;
  const skusOf = (c: Catalogue, id: string) => (source(c, id) as { skus: string[] }).skus;
  const topicsOf = (c: Catalogue, id: string) => (source(c, id) as { topics: string[] }).topics;
});

describe('a name that stands twice is refused, and its list told', () => {
  test.each<[string, (catalogue: Catalogue) => unknown]>([
    ['facts: employees', (c) => c.facts.push(first(c.facts))],
    ['products: Azure', (c) => c.products.push(first(c.products))],
    ['cohorts: first-azure-workload', (c) => c.cohorts.push(first(c.cohorts))],
    ['skus: M365-BB', (c) => c.skus.push(first(c.skus))],
    ['topics: cloud-platform', (c) => c.topics.push(first(c.topics))],
    ['solutionAreas: modern-work', (c) => c.solutionAreas.push(first(c.solutionAreas))],
    ['matrices: fit-first', (c) => c.matrices.push(first(c.matrices))],
    ['headers: HasAzure', (c) => c.flags.push(first(c.flags))],
    ['headers: HasAzure', (c) => Object.assign(first(c.cohorts), { header: 'HasAzure' })],
  ])('%s', (place, change) => {
    expect(() => readCatalogue(changed(change))).toThrow(`${place} stands twice`);
  });
});

describe('a catalogue of another shape is refused', () => {
  test.each<[string, (catalogue: Catalogue) => unknown]>([
    ['no product at all', (c) => Object.assign(c, { products: [] })],
    ['no fact at all', (c) => Object.assign(c, { facts: [] })],
    ['a cut-off on the 29th', (c) => Object.assign(c, { cutOffDay: 29 })],
    ['a cut-off on no day', (c) => Object.assign(c, { cutOffDay: 0 })],
    ['a horizon of nothing', (c) => Object.assign(c, { horizonDays: 0 })],
    ['no training', (c) => Object.assign(c, { trainingCutOffs: [] })],
    ['a training day that there is not', (c) => Object.assign(c, { trainingCutOffs: ['2026-02-30'] })],
    ['a fact that is not camelCase', (c) => Object.assign(first(c.facts), { id: 'Number_of_employees' })],
    ['words in one language', (c) => Object.assign(c, { words: { en: 'x' } as Catalogue['words'] })],
    ['a key it does not know', (c) => Object.assign(c, { prices: [] })],
    ['a product that predicts nothing', (c) => Object.assign(first(c.products), { skus: [] })],
  ])('%s', (_what, change) => {
    expect(() => readCatalogue(changed(change))).toThrow();
  });
});

test('a catalogue without skus takes any, and training days of its own', () => {
  const document = changed((c) => {
    const products = [{ ...first(c.products), skus: ['*'] }];
    Object.assign(c, { skus: [], products, cohorts: [], trainingCutOffs: ['2011-03-01'] });
  });
  expect(readCatalogue(document).products).toHaveLength(1);
});

test('a matrix that a catalogue lost is not passed over', () => {
  expect(() => catalogueMatrix({ ...defaultCatalogue, matrix: 'x' })).toThrow('no matrix named x');
});
