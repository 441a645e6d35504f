import type { NumberTerm, Rule } from './rule';

/** The rule as text that parses to the same rule. */
export function formatRule(rule: Rule): string {
  switch (rule.kind) {
    case 'or':
    case 'and':
      return rule.rules.map(formatPart).join(` ${rule.kind} `);
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

function formatPart(rule: Rule): string {
  return rule.kind === 'or' || rule.kind === 'and' ? `(${formatRule(rule)})` : formatRule(rule);
}

function formatTerm({ value, scale, fact }: NumberTerm): string {
  if (fact === null) return decimal(value, scale);
  return value === 1 && scale === 1 ? fact : `${decimal(value, scale)} * ${fact}`;
}

function decimal(value: number, scale: number): string {
  if (scale === 1) return String(value);
  const digits = String(scale).length - 1;
  const text = String(Math.abs(value)).padStart(digits + 1, '0');
  return `${value < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
