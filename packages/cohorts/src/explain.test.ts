import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factsArbitrary, ruleArbitrary } from './arbitraries';
import { evaluateRule } from './evaluate';
import { explainRule } from './explain';
import { parseRule } from './parse';
import { factsOfRule } from './rule';

it('tells a rule clause by clause with the values it looked at', () => {
  const rule = parseRule('seats > 0 and (rank < 3 or not rank = 5)', { seats: 'number', rank: 'number' });
  const [seats, ladder] = explainRule(rule, { seats: 12, rank: null });
  expect(seats).toEqual({
    text: 'seats > 0',
    outcome: 'yes',
    facts: [{ name: 'seats', value: 12 }],
    joinedBy: null,
    clauses: [],
  });
  expect(ladder).toMatchObject({
    outcome: 'unknown',
    facts: [{ name: 'rank', value: null }],
    joinedBy: 'or',
  });
  expect(ladder!.clauses.map(({ text, joinedBy }) => [text, joinedBy])).toEqual([
    ['rank < 3', null],
    ['not (rank = 5)', 'not'],
  ]);
});

it('an account is a member exactly when every clause says yes', () => {
  fc.assert(
    fc.property(ruleArbitrary(), factsArbitrary(), (rule, facts) => {
      const clauses = explainRule(rule, facts);
      expect(clauses.every(({ outcome }) => outcome === 'yes')).toBe(evaluateRule(rule, facts) === true);
      const told = clauses.flatMap((clause) => clause.facts.map(({ name }) => name));
      expect([...new Set(told)]).toEqual(factsOfRule(rule));
    }),
  );
});
