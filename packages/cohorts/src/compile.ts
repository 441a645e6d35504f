import type { NumberTerm, Rule } from './rule';

/** The rule as ClickHouse SQL with the same three outcomes: 1, 0 or NULL. `column` gives the SQL of a fact. */
export function compileRule(rule: Rule, column: (fact: string) => string): string {
  switch (rule.kind) {
    case 'or':
    case 'and':
      return `(${rule.rules.map((each) => compileRule(each, column)).join(rule.kind === 'or' ? ' OR ' : ' AND ')})`;
    case 'not':
      return `(NOT ${compileRule(rule.rule, column)})`;
    case 'number':
      return `(${term(rule.left, rule.right.scale, column)} ${rule.operator} ${term(rule.right, rule.left.scale, column)})`;
    case 'text':
      return `(toString(${column(rule.fact)}) ${rule.operator} ${literal(rule.value)})`;
    case 'in': {
      const tests = rule.values
        .map((value) => `toString(${column(rule.fact)}) = ${literal(value)}`)
        .join(' OR ');
      return rule.negated ? `(NOT (${tests}))` : `(${tests})`;
    }
    case 'unknown':
      return `(${column(rule.fact)} IS ${rule.negated ? 'NOT ' : ''}NULL)`;
  }
}

/** Membership: 1 only where the rule is surely met. */
export function compileMembership(rule: Rule, column: (fact: string) => string): string {
  return `toUInt8(ifNull(${compileRule(rule, column)}, 0))`;
}

/** In 128 bits, so that no fact times a decimal can overflow. */
function term({ value, fact }: NumberTerm, scale: number, column: (fact: string) => string): string {
  const factor = `toInt128('${BigInt(value) * BigInt(scale)}')`;
  return fact === null ? factor : `${factor} * toInt128(${column(fact)})`;
}

function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
