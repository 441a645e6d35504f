import type { NumberTerm, Operator, Rule } from './rule';

/** Numbers are integers; a fact that is absent is unknown, like null. */
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
      const left = scaled(rule.left, rule.right.scale, facts);
      const right = scaled(rule.right, rule.left.scale, facts);
      return left === null || right === null ? null : compare(left, right, rule.operator);
    }
    case 'text': {
      const value = factValue(facts, rule.fact);
      return value === null ? null : (String(value) === rule.value) === (rule.operator === '=');
    }
    case 'in': {
      const value = factValue(facts, rule.fact);
      return value === null ? null : rule.values.includes(String(value)) !== rule.negated;
    }
    case 'unknown':
      return (factValue(facts, rule.fact) === null) !== rule.negated;
  }
}

export function factValue(facts: FactValues, name: string): number | string | null {
  return Object.hasOwn(facts, name) ? (facts[name] ?? null) : null;
}

function some(outcomes: (boolean | null)[]): boolean | null {
  if (outcomes.includes(true)) return true;
  return outcomes.includes(null) ? null : false;
}

function not(outcome: boolean | null): boolean | null {
  return outcome === null ? null : !outcome;
}

/** Both sides are multiplied by both scales, so that no fraction is ever rounded. */
function scaled(term: NumberTerm, otherScale: number, facts: FactValues): bigint | null {
  const factor = BigInt(term.value) * BigInt(otherScale);
  if (term.fact === null) return factor;
  const value = factValue(facts, term.fact);
  return value === null ? null : factor * BigInt(value);
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
