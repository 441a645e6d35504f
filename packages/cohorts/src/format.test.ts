import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RULE_ARBITRARY_TYPES, ruleArbitrary } from './arbitraries';
import { formatRule } from './format';
import { parseRule } from './parse';

it('the text of a rule parses to the same rule', () => {
  fc.assert(
    fc.property(ruleArbitrary(), (rule) => {
      expect(parseRule(formatRule(rule), RULE_ARBITRARY_TYPES)).toEqual(rule);
    }),
    { numRuns: 500 },
  );
});

it('a rule survives JSON', () => {
  fc.assert(
    fc.property(ruleArbitrary(), (rule) => {
      expect(JSON.parse(JSON.stringify(rule))).toEqual(rule);
    }),
  );
});

it('writes one canonical text', () => {
  const text = "seats<0.80*employees  and(industry not in('a','d''Or') or M365Cluster is  not unknown)";
  const types = { seats: 'number', employees: 'number', industry: 'text', M365Cluster: 'text' } as const;
  expect(formatRule(parseRule(text, types))).toBe(
    "seats < 0.80 * employees and (industry not in ('a', 'd''Or') or M365Cluster is not unknown)",
  );
});
