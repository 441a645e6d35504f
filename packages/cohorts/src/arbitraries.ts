import fc from 'fast-check';
import type { FactValues } from './evaluate';
import type { NumberTerm, Operator, Rule, RuleTypes } from './rule';

/** Facts for tests that have no catalogue: few, so that a rule often names one twice. */
export const RULE_ARBITRARY_TYPES: RuleTypes = {
  employees: 'number',
  m365Seats: 'number',
  orders36m: 'number',
  industry: 'text',
  M365Cluster: 'text',
};

const OPERATORS: Operator[] = ['=', '!=', '<', '<=', '>', '>='];
const TEXTS = ['Act Now', 'Evaluate', '', "d'Or", '\\', "\\'", 'ção', '東京', 'a\nb', '%'];

/** Rules of up to `depth` levels over the given facts, as the parser gives them. */
export function ruleArbitrary(types: RuleTypes = RULE_ARBITRARY_TYPES, depth = 3): fc.Arbitrary<Rule> {
  const leaf = leafArbitrary(types);
  if (depth <= 0) return leaf;
  const inner = ruleArbitrary(types, depth - 1);
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('or' as const, 'and' as const),
        rules: fc.array(inner, { minLength: 2, maxLength: 4 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), rule: inner }) },
  );
}

/** A value, or null, for each of the facts; values are often those that rules compare with. */
export function factsArbitrary(types: RuleTypes = RULE_ARBITRARY_TYPES): fc.Arbitrary<FactValues> {
  const number = fc.oneof(
    fc.integer({ min: -3, max: 20 }),
    fc.integer({ min: -10_000, max: 10_000 }),
    fc.maxSafeInteger(),
  );
  return fc.record(
    Object.fromEntries(
      Object.entries(types).map(([name, type]) => [
        name,
        fc.option<number | string>(type === 'number' ? number : textArbitrary()),
      ]),
    ),
  );
}

function leafArbitrary(types: RuleTypes): fc.Arbitrary<Rule> {
  const named = (type: 'number' | 'text') => Object.keys(types).filter((name) => types[name] === type);
  const numbers = named('number');
  const texts = named('text');
  const leaves: fc.Arbitrary<Rule>[] = [unknownArbitrary([...numbers, ...texts])];
  if (numbers.length > 0) leaves.push(numberArbitrary(numbers));
  if (texts.length > 0) leaves.push(...textArbitraries(texts));
  return fc.oneof(...leaves);
}

function unknownArbitrary(names: string[]): fc.Arbitrary<Rule> {
  return fc.record({
    kind: fc.constant('unknown' as const),
    fact: fc.constantFrom(...names),
    negated: fc.boolean(),
  });
}

function numberArbitrary(names: string[]): fc.Arbitrary<Rule> {
  const fact = fc.record({ value: fc.constant(1), scale: fc.constant(1), fact: fc.constantFrom(...names) });
  const decimal = fc
    .record({
      digits: fc.integer({ min: 0, max: 6 }),
      value: fc.oneof(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -999_999, max: 999_999 })),
    })
    .map(({ digits, value }) => ({ value, scale: 10 ** digits }));
  const literal = decimal.map((number) => ({ ...number, fact: null }));
  const product = fc
    .record({ decimal, name: fc.constantFrom(...names) })
    .map(({ decimal, name }) => ({ ...decimal, fact: name }));
  const term: fc.Arbitrary<NumberTerm> = fc.oneof(fact, literal, product);
  return fc.record({
    kind: fc.constant('number' as const),
    operator: fc.constantFrom(...OPERATORS),
    left: term,
    right: term,
  });
}

function textArbitraries(names: string[]): fc.Arbitrary<Rule>[] {
  const fact = fc.constantFrom(...names);
  return [
    fc.record({
      kind: fc.constant('text' as const),
      operator: fc.constantFrom('=' as const, '!=' as const),
      fact,
      value: textArbitrary(),
    }),
    fc.record({
      kind: fc.constant('in' as const),
      fact,
      values: fc.array(textArbitrary(), { minLength: 1, maxLength: 3 }),
      negated: fc.boolean(),
    }),
  ];
}

function textArbitrary(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  );
}
