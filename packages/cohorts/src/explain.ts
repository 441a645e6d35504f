import { evaluateRule, type FactValues } from './evaluate';
import { formatRule } from './format';
import { factsOfRule, type Rule } from './rule';

/** One clause of a rule, told with the facts it looked at. */
export type Explanation = {
  text: string;
  outcome: 'yes' | 'no' | 'unknown';
  facts: { name: string; value: number | string | null }[];
};

/** The clauses that must all hold, in the rule's order. */
export function explainRule(rule: Rule, facts: FactValues): Explanation[] {
  const clauses = rule.kind === 'and' ? rule.rules : [rule];
  return clauses.map((clause) => {
    const outcome = evaluateRule(clause, facts);
    return {
      text: formatRule(clause),
      outcome: outcome === null ? 'unknown' : outcome ? 'yes' : 'no',
      facts: factsOfRule(clause).map((name) => ({ name, value: facts[name] ?? null })),
    };
  });
}
