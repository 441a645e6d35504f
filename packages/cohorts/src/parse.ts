import { accept, type Cursor, expect, isWord, openCursor, peek, take, wrong } from './cursor';
import type { NumberTerm, Operator, Rule, RuleTypes } from './rule';
import { numberTerm, textList, textValue } from './terms';

const OPERATORS = new Set(['=', '!=', '<', '<=', '>', '>=']);
/** Rules are also written by people: nesting has an end before the stack has. */
const DEPTH_MAX = 60;

type Parser = { cursor: Cursor; types: RuleTypes; depth: number };

/** Parses a rule over the given facts. Throws `RuleError`, which names the place. */
export function parseRule(text: string, types: RuleTypes): Rule {
  const parser = { cursor: openCursor(text), types, depth: 0 };
  const rule = either(parser);
  const rest = peek(parser.cursor);
  if (rest.kind !== 'end') throw wrong(rest, '"and", "or" or the end is expected');
  return rule;
}

function either(parser: Parser): Rule {
  return joined('or', parser, (inner) => joined('and', inner, negation));
}

function joined(kind: 'or' | 'and', parser: Parser, next: (parser: Parser) => Rule): Rule {
  const rules = [next(parser)];
  while (accept(parser.cursor, kind)) rules.push(next(parser));
  return rules.length === 1 ? rules[0]! : { kind, rules };
}

function negation(outer: Parser): Rule {
  const parser = { ...outer, depth: outer.depth + 1 };
  const first = peek(parser.cursor);
  if (parser.depth > DEPTH_MAX) throw wrong(first, `at most ${DEPTH_MAX} levels of nesting are expected`);
  if (accept(parser.cursor, 'not')) return { kind: 'not', rule: negation(parser) };
  if (!accept(parser.cursor, '(')) return comparison(parser);
  const rule = either(parser);
  expect(parser.cursor, ')');
  return rule;
}

function comparison({ cursor, types }: Parser): Rule {
  const first = peek(cursor);
  if (first.kind === 'name' && Object.hasOwn(types, first.text) && types[first.text] === 'text') {
    return textTest(cursor, take(cursor).text);
  }
  const left = numberTerm(cursor, types);
  const next = take(cursor);
  if (isWord(next, 'between')) return between(left, { cursor, types });
  if (isWord(next, 'is') && left.fact !== null && left.value === 1 && left.scale === 1) {
    return { kind: 'unknown', fact: left.fact, negated: unknownTest(cursor) };
  }
  if (!OPERATORS.has(next.text) || next.kind !== 'sign') throw wrong(next, 'a comparison is expected');
  return { kind: 'number', operator: next.text as Operator, left, right: numberTerm(cursor, types) };
}

function between(left: NumberTerm, { cursor, types }: Omit<Parser, 'depth'>): Rule {
  const low = numberTerm(cursor, types);
  expect(cursor, 'and');
  const high = numberTerm(cursor, types);
  return {
    kind: 'and',
    rules: [
      { kind: 'number', operator: '>=', left, right: low },
      { kind: 'number', operator: '<=', left, right: high },
    ],
  };
}

function textTest(cursor: Cursor, fact: string): Rule {
  const next = take(cursor);
  if (isWord(next, 'is')) return { kind: 'unknown', fact, negated: unknownTest(cursor) };
  if (isWord(next, 'in')) return { kind: 'in', fact, values: textList(cursor), negated: false };
  if (isWord(next, 'not')) {
    expect(cursor, 'in');
    return { kind: 'in', fact, values: textList(cursor), negated: true };
  }
  if (isWord(next, '=')) return { kind: 'text', operator: '=', fact, value: textValue(cursor) };
  if (isWord(next, '!=')) return { kind: 'text', operator: '!=', fact, value: textValue(cursor) };
  throw wrong(next, `${fact} is a text: =, !=, in or is unknown is expected`);
}

/** After `is`: whether it says `not unknown`. */
function unknownTest(cursor: Cursor): boolean {
  const negated = accept(cursor, 'not');
  expect(cursor, 'unknown');
  return negated;
}
