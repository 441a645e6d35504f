import { type Catalogue, defaultCatalogue, type Fact } from '@ascent/schemas';
import { expect, test } from 'vitest';
import { lookBackDays, monthFacts } from './month-facts';

const bins = defaultCatalogue.facts.map(({ id }) => ({
  fact: id,
  bins: { kind: 'number' as const, edges: [1] },
  coarse: [0, 1, 2],
}));
const binning = { id: 'b', format: 1, facts: bins } as never;
const sourceOf = (catalogue: Catalogue, id: string) =>
  monthFacts(catalogue, binning).facts.find((fact) => fact.id === id)?.source;

test('what fades more slowly than a month is counted over the month before, anything else stays as it is', () => {
  expect(sourceOf(defaultCatalogue, 'hiring')).toEqual({
    from: 'signals',
    measure: 'count',
    kinds: ['hiring'],
    windowDays: 30,
  });
  const asItIs = (id: string) => defaultCatalogue.facts.find((fact) => fact.id === id)!.source;
  for (const id of ['signalCloud', 'surgeCloud', 'employees'])
    expect(sourceOf(defaultCatalogue, id)).toEqual(asItIs(id));
});

test('every product looks at its own numbers, of one signal with different half-lives at the first', () => {
  const { facts, bins: known, byProduct } = monthFacts(defaultCatalogue, binning);
  expect(byProduct.Azure).toEqual(expect.arrayContaining(['signalCloud', 'hiring', 'employees']));
  expect(byProduct.Azure).not.toContain('signalCloudHalf10');
  expect(byProduct.Azure).not.toContain('signalSecurity');
  expect(known.map(({ fact }) => fact)).toEqual(facts.map(({ id }) => id));
  const [first] = defaultCatalogue.products;
  const unknown = { ...first!, intent: { facts: ['country', 'employees', 'absent'] } };
  expect(monthFacts({ ...defaultCatalogue, products: [unknown] }, binning).byProduct).toEqual({
    [first!.id]: ['employees'],
  });
});

const signals = (source: object) => ({ source: { from: 'signals', ...source } }) as Fact;
test.each([
  ['a count over its window', signals({ measure: 'count', windowDays: 90 }), 90],
  ['a fading sum over four half-lives', signals({ measure: 'decayed', halfLifeDays: 60 }), 240],
  ['a surge over its window and the six before', signals({ measure: 'surge', windowDays: 30 }), 210],
  ['a trend over two windows', signals({ measure: 'trend', windowDays: 30 }), 60],
  ['what has no window over nothing', signals({ measure: 'daysSinceLast' }), 0],
  ['what is not dated over nothing', { source: { from: 'account', measure: 'employees' } } as Fact, 0],
])('looks back: %s', (_, fact, days) => {
  expect(lookBackDays(fact)).toBe(days);
});
