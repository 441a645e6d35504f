import { evaluateRule, type FactValues, factValue } from './evaluate';
import { formatRule } from './format';
import { factsOfRule, type Rule } from './rule';

/** One clause of a rule with the facts it looked at; `clauses` are the parts it is joined of, if any. */
export type Explanation = {
  text: string;
  outcome: 'yes' | 'no' | 'unknown';
  facts: { name: string; value: number | string | null }[];
  /** How the parts decide; null for a single test. */
  joinedBy: 'or' | 'and' | 'not' | null;
  clauses: Explanation[];
};

/** The clauses that must all hold, in the rule's order. */
export function explainRule(rule: Rule, facts: FactValues): Explanation[] {
  return (rule.kind === 'and' ? rule.rules : [rule]).map((clause) => explain(clause, facts));
}

function explain(clause: Rule, facts: FactValues): Explanation {
  const outcome = evaluateRule(clause, facts);
  const parts = partsOf(clause);
  return {
    text: formatRule(clause),
    outcome: outcome === null ? 'unknown' : outcome ? 'yes' : 'no',
    facts: factsOfRule(clause).map((name) => ({ name, value: factValue(facts, name) })),
    joinedBy: parts?.joinedBy ?? null,
    clauses: parts?.rules.map((part) => explain(part, facts)) ?? [],
  };
}

function partsOf(clause: Rule): { joinedBy: 'or' | 'and' | 'not'; rules: Rule[] } | null {
  switch (clause.kind) {
    case 'or':
    case 'and':
      return { joinedBy: clause.kind, rules: clause.rules };
    case 'not':
      return { joinedBy: 'not', rules: [clause.rule] };
    case 'number':
    case 'text':
    case 'in':
    case 'unknown':
      return null;
  }
}
