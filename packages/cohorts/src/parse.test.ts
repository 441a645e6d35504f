import { defaultCatalogue } from '@ascent/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRule } from './parse';
import { type RuleTypes, ruleTypes } from './rule';
import { RuleError } from './rule-error';

const types: RuleTypes = { employees: 'number', seats: 'number', industry: 'text', M365Cluster: 'text' };

function errorOf(text: string): RuleError {
  try {
    parseRule(text, types);
  } catch (error) {
    if (error instanceof RuleError) return error;
    throw error;
  }
  throw new Error(`${text} was parsed`);
}

describe('a rule that makes sense is parsed', () => {
  it('binds "not" tighter than "and", and "and" tighter than "or"', () => {
    const plain = parseRule('not seats = 1 and employees > 2 or industry is unknown', types);
    expect(plain).toEqual(parseRule('((not (seats = 1)) and employees > 2) or (industry is unknown)', types));
  });

  it('keeps decimals exact as integers', () => {
    expect(parseRule('seats < 0.8 * employees', types)).toEqual({
      kind: 'number',
      operator: '<',
      left: { value: 1, scale: 1, fact: 'seats' },
      right: { value: 8, scale: 10, fact: 'employees' },
    });
  });

  it('reads between as its two ends', () => {
    expect(parseRule('employees between -5 and 24', types)).toEqual(
      parseRule('employees >= -5 and employees <= 24', types),
    );
  });

  it("reads '' in a text as one quote", () => {
    expect(parseRule("industry = 'd''Or'", types)).toMatchObject({ value: "d'Or" });
  });

  it('takes every rule of the default catalogue', () => {
    const { cohorts, flags, offers, products } = defaultCatalogue;
    const scopes = products.flatMap(({ scope }) => (scope ? [scope] : []));
    const rules = [...[...cohorts, ...flags, ...offers].map(({ rule }) => rule), ...scopes];
    const known = ruleTypes(defaultCatalogue);
    for (const rule of rules) expect(() => parseRule(rule, known), rule).not.toThrow();
  });
});

describe('a rule that makes no sense names the place', () => {
  it.each([
    ['employes > 3', 0, 8, 'there is no fact named employes'],
    ['seats > 1 and constructor = 1', 14, 11, 'there is no fact named constructor'],
    ['industry > 3', 9, 1, 'industry is a text'],
    ["employees = 'x'", 12, 3, 'a fact or a number is expected'],
    ["industry = 'x", 11, 1, 'the text is not closed'],
    ['(seats = 1', 10, 0, '")" is expected, but the rule ends'],
    ['seats = 1 employees = 2', 10, 9, '"and", "or" or the end'],
    ['seats == 1', 7, 1, 'a fact or a number'],
    ['seats = industry', 8, 8, 'cannot be compared with a number'],
    ['industry not (1)', 13, 1, '"in" is expected'],
    ['seats ; 1', 6, 1, '";" has no meaning here'],
    ['seats = 1.0000000000001', 8, 15, 'at most 12 digits'],
    ['', 0, 0, 'the rule ends'],
  ])('%s', (text, position, length, message) => {
    expect(errorOf(text)).toMatchObject({ position, length, message: expect.stringContaining(message) });
  });

  it('refuses endless nesting instead of running out of stack', () => {
    expect(errorOf(`${'('.repeat(100_000)}seats = 1`).message).toContain('levels of nesting');
    expect(errorOf('not '.repeat(100_000)).message).toContain('levels of nesting');
  });

  it('never fails in another way, whatever the text', () => {
    const word = fc.constantFrom(
      'and',
      'or',
      'not',
      '(',
      ')',
      'seats',
      'industry',
      '=',
      '<',
      '0.5',
      '*',
      "'a'",
      'in',
      'is',
      'unknown',
      ',',
      '-',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (each) => {
        try {
          parseRule(each, types);
        } catch (error) {
          expect(error).toBeInstanceOf(RuleError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
