import type { NumberTerm, Operator, Rule } from './rule';

/** The SQL of a fact's column, Nullable where the fact may be unknown. */
export type ColumnSql = (fact: string) => string;

/** The rule as ClickHouse SQL with the same three outcomes: 1, 0 or NULL. */
export function compileRule(rule: Rule, column: ColumnSql): string {
  switch (rule.kind) {
    case 'or':
    case 'and':
      return `(${rule.rules.map((each) => compileRule(each, column)).join(rule.kind === 'or' ? ' OR ' : ' AND ')})`;
    case 'not':
      return `(NOT ${compileRule(rule.rule, column)})`;
    case 'number':
      return compareNumbers(rule, column);
    case 'text':
      return `(${equals(rule.fact, rule.value, column)} = ${rule.operator === '=' ? 1 : 0})`;
    case 'in': {
      // Not IN (...): what that makes of NULL depends on a setting of the session.
      const tests = `(${rule.values.map((value) => equals(rule.fact, value, column)).join(' OR ')})`;
      return rule.negated ? `(NOT ${tests})` : tests;
    }
    case 'unknown':
      return `(${column(rule.fact)} IS ${rule.negated ? 'NOT NULL' : 'NULL'})`;
  }
}

/** Membership as UInt8: 1 only where the rule is surely met. */
export function compileMembership(rule: Rule, column: ColumnSql): string {
  return `toUInt8(ifNull(${compileRule(rule, column)}, 0))`;
}

type NumberRule = { operator: Operator; left: NumberTerm; right: NumberTerm };

function compareNumbers({ operator, left, right }: NumberRule, column: ColumnSql): string {
  const sides = [scaled(left, right.scale), scaled(right, left.scale)];
  const plain = sides.every(({ factor, fact }) => (fact === null ? narrow(factor) : factor === 1n));
  const [l, r] = sides.map((side) => (plain ? plainTerm(side, column) : wideTerm(side, column)));
  return `(${l} ${operator} ${r})`;
}

type Scaled = { factor: bigint; fact: string | null };

function scaled({ value, fact }: NumberTerm, otherScale: number): Scaled {
  return { factor: BigInt(value) * BigInt(otherScale), fact };
}

const narrow = (value: bigint) => BigInt.asIntN(63, value) === value;

function plainTerm({ factor, fact }: Scaled, column: ColumnSql): string {
  return fact === null ? String(factor) : column(fact);
}

/** In 256 bits: a 64-bit fact times two literals of 12 digits needs more than 128. */
function wideTerm({ factor, fact }: Scaled, column: ColumnSql): string {
  const number = `toInt256('${factor}')`;
  return fact === null ? number : `${number} * toInt256(${column(fact)})`;
}

function equals(fact: string, value: string, column: ColumnSql): string {
  return `(toString(${column(fact)}) = ${textLiteral(value)})`;
}

function textLiteral(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\0', '\\0');
  return `'${escaped}'`;
}
