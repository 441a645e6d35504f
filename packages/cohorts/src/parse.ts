import { type NumberTerm, type Operator, type Rule, RuleError, type RuleTypes } from './rule';
import { type Word, wordsOf } from './words';

const OPERATORS = new Set(['=', '!=', '<', '<=', '>', '>=']);
const RESERVED = new Set(['and', 'or', 'not', 'in', 'is', 'unknown', 'between']);
const DIGITS_MAX = 12;

/** Parses a rule over the given facts; the error names the place. */
export function parseRule(text: string, types: RuleTypes): Rule {
  const words = wordsOf(text);
  let at = 0;
  const peek = () => words[at]!;
  const take = () => words[at++]!;
  const isWord = (word: string) => peek().kind === 'name' && peek().text === word;
  const accept = (word: string) => isWord(word) && Boolean(take());
  const expectSign = (sign: string) => {
    const word = take();
    if (word.kind !== 'sign' || word.text !== sign) throw wrong(word, `"${sign}" is expected`);
  };

  const either = (): Rule => many('or', all);
  const all = (): Rule => many('and', negation);
  function many(kind: 'or' | 'and', next: () => Rule): Rule {
    const rules = [next()];
    while (accept(kind)) rules.push(next());
    return rules.length === 1 ? rules[0]! : { kind, rules };
  }
  function negation(): Rule {
    if (accept('not')) return { kind: 'not', rule: negation() };
    if (peek().kind === 'sign' && peek().text === '(') {
      take();
      const rule = either();
      expectSign(')');
      return rule;
    }
    return comparison();
  }
  function comparison(): Rule {
    const first = peek();
    if (first.kind === 'name' && types[first.text] === 'text') return textTest(take());
    const left = numberTerm();
    const next = take();
    if (next.kind === 'name' && left.fact !== null && left.value === 1 && left.scale === 1) {
      if (next.text === 'is') return { kind: 'unknown', fact: left.fact, ...unknownTest() };
      if (next.text === 'between') {
        const low = numberTerm();
        if (!accept('and')) throw wrong(peek(), '"and" is expected');
        const high = numberTerm();
        return {
          kind: 'and',
          rules: [
            { kind: 'number', operator: '>=', left, right: low },
            { kind: 'number', operator: '<=', left, right: high },
          ],
        };
      }
    }
    if (next.kind !== 'sign' || !OPERATORS.has(next.text)) throw wrong(next, 'a comparison is expected');
    return { kind: 'number', operator: next.text as Operator, left, right: numberTerm() };
  }
  function textTest(fact: Word): Rule {
    const next = take();
    if (next.kind === 'name' && next.text === 'is')
      return { kind: 'unknown', fact: fact.text, ...unknownTest() };
    if (next.kind === 'name' && (next.text === 'in' || (next.text === 'not' && isWord('in')))) {
      if (next.text === 'not') take();
      return { kind: 'in', fact: fact.text, values: list(), negated: next.text === 'not' };
    }
    if (next.kind === 'sign' && (next.text === '=' || next.text === '!=')) {
      return { kind: 'text', operator: next.text, fact: fact.text, value: string() };
    }
    throw wrong(next, `${fact.text} is a text: =, !=, in or is unknown is expected`);
  }
  function unknownTest(): { negated: boolean } {
    const negated = accept('not');
    if (!accept('unknown')) throw wrong(peek(), '"unknown" is expected');
    return { negated };
  }
  function list(): string[] {
    expectSign('(');
    const values = [string()];
    while (peek().kind === 'sign' && peek().text === ',') {
      take();
      values.push(string());
    }
    expectSign(')');
    return values;
  }
  function string(): string {
    const word = take();
    if (word.kind !== 'string') throw wrong(word, "a text in '...' is expected");
    return word.text;
  }
  function numberTerm(): NumberTerm {
    const word = take();
    const negative = word.kind === 'sign' && word.text === '-';
    const start = negative ? take() : word;
    if (start.kind === 'number') {
      const { value, scale } = literal(start);
      const signed = negative ? -value : value;
      if (peek().kind !== 'sign' || peek().text !== '*') return { value: signed, scale, fact: null };
      take();
      return { value: signed, scale, fact: numberFact(take()) };
    }
    if (negative) throw wrong(start, 'a number is expected');
    return { value: 1, scale: 1, fact: numberFact(start) };
  }
  function numberFact(word: Word): string {
    if (word.kind !== 'name' || RESERVED.has(word.text)) throw wrong(word, 'a fact or a number is expected');
    const type = Object.hasOwn(types, word.text) ? types[word.text] : undefined;
    if (type === undefined) throw wrong(word, `there is no fact named ${word.text}`);
    if (type === 'text') throw wrong(word, `${word.text} is a text and cannot be compared with a number`);
    return word.text;
  }

  const rule = either();
  if (peek().kind !== 'end') throw wrong(peek(), '"and", "or" or the end is expected');
  return rule;
}

function wrong(word: Word, message: string): RuleError {
  return new RuleError(
    word.kind === 'end' ? `${message}, but the rule ends` : `${message}, not "${word.text}"`,
    word.at,
    word.length,
  );
}

function literal(word: Word): { value: number; scale: number } {
  const [whole = '', fraction = ''] = word.text.split('.');
  if (whole.length + fraction.length > DIGITS_MAX)
    throw wrong(word, `a number of at most ${DIGITS_MAX} digits is expected`);
  return { value: Number(whole + fraction), scale: 10 ** fraction.length };
}
