import { accept, type Cursor, expect, take, wrong } from './cursor';
import type { NumberTerm, RuleTypes } from './rule';
import { RuleError } from './rule-error';
import type { Word } from './words';

const RESERVED = new Set(['and', 'or', 'not', 'in', 'is', 'unknown', 'between']);
const DIGITS_MAX = 12;

/** A number, a fact, or a number times a fact. */
export function numberTerm(cursor: Cursor, types: RuleTypes): NumberTerm {
  const negative = accept(cursor, '-');
  const start = take(cursor);
  if (start.kind !== 'number') {
    if (negative) throw wrong(start, 'a number is expected');
    return { value: 1, scale: 1, fact: numberFact(start, types) };
  }
  const { value, scale } = literal(start);
  // Never -0: it would not survive JSON.
  const signed = negative && value !== 0 ? -value : value;
  return { value: signed, scale, fact: accept(cursor, '*') ? numberFact(take(cursor), types) : null };
}

export function textList(cursor: Cursor): string[] {
  expect(cursor, '(');
  const values = [textValue(cursor)];
  while (accept(cursor, ',')) values.push(textValue(cursor));
  expect(cursor, ')');
  return values;
}

export function textValue(cursor: Cursor): string {
  const word = take(cursor);
  if (word.kind !== 'string') throw wrong(word, "a text in '...' is expected");
  return word.text;
}

function numberFact(word: Word, types: RuleTypes): string {
  if (word.kind !== 'name' || RESERVED.has(word.text)) throw wrong(word, 'a fact or a number is expected');
  if (!Object.hasOwn(types, word.text)) throw new RuleError(`there is no fact named ${word.text}`, word);
  if (types[word.text] !== 'number') {
    throw new RuleError(`${word.text} is a text and cannot be compared with a number`, word);
  }
  return word.text;
}

function literal(word: Word): { value: number; scale: number } {
  const [whole = '', fraction = ''] = word.text.split('.');
  if (whole.length + fraction.length > DIGITS_MAX) {
    throw wrong(word, `a number of at most ${DIGITS_MAX} digits is expected`);
  }
  return { value: Number(whole + fraction), scale: 10 ** fraction.length };
}
