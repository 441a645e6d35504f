import { RuleError } from './rule-error';
import { type Word, wordsOf } from './words';

/** A place in a rule's words; the end word is never passed. */
export type Cursor = { words: Word[]; at: number };

export function openCursor(text: string): Cursor {
  return { words: wordsOf(text), at: 0 };
}

export function peek(cursor: Cursor): Word {
  return cursor.words[cursor.at]!;
}

export function take(cursor: Cursor): Word {
  const word = peek(cursor);
  if (word.kind !== 'end') cursor.at += 1;
  return word;
}

/** Takes the next word if it is this keyword or sign. */
export function accept(cursor: Cursor, text: string): boolean {
  const found = isWord(peek(cursor), text);
  if (found) take(cursor);
  return found;
}

export function expect(cursor: Cursor, text: string): void {
  if (!accept(cursor, text)) throw wrong(peek(cursor), `"${text}" is expected`);
}

export function isWord(word: Word, text: string): boolean {
  return (word.kind === 'name' || word.kind === 'sign') && word.text === text;
}

export function wrong(word: Word, message: string): RuleError {
  const found = word.kind === 'end' ? 'but the rule ends' : `not "${word.text}"`;
  return new RuleError(`${message}, ${found}`, word);
}
