import { RuleError } from './rule-error';

/** A word of a rule's text with its place; the last one is the end. */
export type Word = {
  kind: 'name' | 'number' | 'string' | 'sign' | 'end';
  text: string;
  position: number;
  length: number;
};

const PATTERN =
  /\s*(?:(?<name>[A-Za-z][A-Za-z0-9_]*)|(?<number>\d+(?:\.\d+)?)|'(?<string>(?:[^']|'')*)'|(?<sign><=|>=|!=|[=<>(),*-]))/y;

export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  const end = text.trimEnd().length;
  for (let at = 0; at < end; at = PATTERN.lastIndex) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(text);
    if (!match) throw meaningless(text, at);
    const length = match[0].trimStart().length;
    found.push({ ...read(match.groups!), position: at + match[0].length - length, length });
  }
  return [...found, { kind: 'end', text: '', position: text.length, length: 0 }];
}

function read({
  name,
  number,
  string,
  sign,
}: Record<string, string | undefined>): Pick<Word, 'kind' | 'text'> {
  if (name !== undefined) return { kind: 'name', text: name };
  if (number !== undefined) return { kind: 'number', text: number };
  if (string !== undefined) return { kind: 'string', text: string.replaceAll("''", "'") };
  return { kind: 'sign', text: sign! };
}

function meaningless(text: string, at: number): RuleError {
  const rest = text.slice(at);
  const position = at + rest.length - rest.trimStart().length;
  const character = String.fromCodePoint(text.codePointAt(position)!);
  const message = character === "'" ? "the text is not closed with '" : `"${character}" has no meaning here`;
  return new RuleError(message, { position, length: character.length });
}
