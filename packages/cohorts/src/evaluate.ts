import type { NumberTerm, Operator, Rule } from './rule';

export type FactValues = Record<string, number | string | null>;

/** True, false, or null where a fact that decides is unknown; only true is membership. */
export function evaluateRule(rule: Rule, facts: FactValues): boolean | null {
  switch (rule.kind) {
    case 'or':
      return some(rule.rules.map((each) => evaluateRule(each, facts)));
    case 'and':
      return not(some(rule.rules.map((each) => not(evaluateRule(each, facts)))));
    case 'not':
      return not(evaluateRule(rule.rule, facts));
    case 'number': {
      const left = numerator(rule.left, facts);
      const right = numerator(rule.right, facts);
      return left === null || right === null
        ? null
        : compare(left * BigInt(rule.right.scale), right * BigInt(rule.left.scale), rule.operator);
    }
    case 'text': {
      const value = facts[rule.fact] ?? null;
      return value === null ? null : (value === rule.value) === (rule.operator === '=');
    }
    case 'in': {
      const value = facts[rule.fact] ?? null;
      return value === null ? null : rule.values.includes(String(value)) !== rule.negated;
    }
    case 'unknown':
      return ((facts[rule.fact] ?? null) === null) !== rule.negated;
  }
}

function some(outcomes: (boolean | null)[]): boolean | null {
  if (outcomes.includes(true)) return true;
  return outcomes.includes(null) ? null : false;
}

function not(outcome: boolean | null): boolean | null {
  return outcome === null ? null : !outcome;
}

function numerator(term: NumberTerm, facts: FactValues): bigint | null {
  if (term.fact === null) return BigInt(term.value);
  const value = facts[term.fact] ?? null;
  return value === null ? null : BigInt(term.value) * BigInt(value);
}

function compare(left: bigint, right: bigint, operator: Operator): boolean {
  switch (operator) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}
