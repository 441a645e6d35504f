import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleArbitrary } from './arbitraries';
import { compileMembership, compileRule } from './compile';
import { parseRule } from './parse';
import { factsOfRule } from './rule';

const types = { a: 'number', b: 'number', t: 'text' } as const;
const sql = (text: string) => compileRule(parseRule(text, types), (fact) => `f.${fact}`);

describe('the SQL has the rule’s three outcomes', () => {
  it.each([
    ['a >= 3', '(f.a >= 3)'],
    ['a between -1 and 2', '((f.a >= -1) AND (f.a <= 2))'],
    ['not (a = 1 or b = 2)', '(NOT ((f.a = 1) OR (f.b = 2)))'],
    ['a < 0.8 * b', "(toInt256('10') * toInt256(f.a) < toInt256('8') * toInt256(f.b))"],
    ['a < 0.5', "(toInt256('10') * toInt256(f.a) < toInt256('5'))"],
    ["t != 'x'", "((toString(f.t) = 'x') = 0)"],
    ["t not in ('x', 'y')", "(NOT ((toString(f.t) = 'x') OR (toString(f.t) = 'y')))"],
    ['t is not unknown', '(f.t IS NOT NULL)'],
  ])('%s', (text, expected) => {
    expect(sql(text)).toBe(expected);
  });

  it('counts only a sure yes as membership', () => {
    expect(compileMembership(parseRule('a = 1', types), (fact) => fact)).toBe('toUInt8(ifNull((a = 1), 0))');
  });
});

it('no text of a rule can leave its quotes', () => {
  expect(sql(String.raw`t = '\'''`)).toBe(String.raw`((toString(f.t) = '\\\'') = 1)`);
  const strings = /'(?:[^'\\]|\\.)*'/gs;
  fc.assert(
    fc.property(ruleArbitrary(), (rule) => {
      const outside = compileRule(rule, (fact) => fact).replace(strings, '');
      const words = new Set(outside.match(/[A-Za-z]\w*/g) ?? []);
      const allowed = ['AND', 'OR', 'NOT', 'IS', 'NULL', 'toString', 'toInt256', ...factsOfRule(rule)];
      expect(allowed).toEqual(expect.arrayContaining([...words]));
      expect(outside).not.toMatch(/['\\]/);
    }),
    { numRuns: 500 },
  );
});
