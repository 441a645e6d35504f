import type { NumberTerm, Rule } from './rule';

/** The rule as text that parses to the same rule. */
export function formatRule(rule: Rule): string {
  switch (rule.kind) {
    case 'or':
    case 'and':
      return rule.rules
        .map((each) =>
          each.kind === 'or' || each.kind === 'and' ? `(${formatRule(each)})` : formatRule(each),
        )
        .join(` ${rule.kind} `);
    case 'not':
      return `not (${formatRule(rule.rule)})`;
    case 'number':
      return `${formatTerm(rule.left)} ${rule.operator} ${formatTerm(rule.right)}`;
    case 'text':
      return `${rule.fact} ${rule.operator} ${quoted(rule.value)}`;
    case 'in':
      return `${rule.fact} ${rule.negated ? 'not in' : 'in'} (${rule.values.map(quoted).join(', ')})`;
    case 'unknown':
      return `${rule.fact} is ${rule.negated ? 'not ' : ''}unknown`;
  }
}

function formatTerm({ value, scale, fact }: NumberTerm): string {
  const number = scale === 1 ? String(value) : decimal(value, scale);
  if (fact === null) return number;
  return value === 1 && scale === 1 ? fact : `${number} * ${fact}`;
}

function decimal(value: number, scale: number): string {
  const digits = String(scale).length - 1;
  const text = String(Math.abs(value)).padStart(digits + 1, '0');
  return `${value < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
