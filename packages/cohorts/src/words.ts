import { RuleError } from './rule';

/** A word of a rule's text with its place. */
export type Word = {
  kind: 'name' | 'number' | 'string' | 'sign' | 'end';
  text: string;
  at: number;
  length: number;
};

const PATTERN = /\s*(?:([A-Za-z][A-Za-z0-9]*)|(\d+(?:\.\d+)?)|'((?:[^']|'')*)'|(<=|>=|!=|[=<>(),*-]))/y;

export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  PATTERN.lastIndex = 0;
  for (let at = 0; at < text.length; ) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(text);
    if (!match) {
      const rest = text.slice(at);
      if (rest.trim() === '') break;
      const start = at + (rest.length - rest.trimStart().length);
      throw new RuleError(
        text[start] === "'" ? 'the text is not closed' : `"${text[start]}" has no meaning here`,
        start,
        1,
      );
    }
    const [whole, name, number, string, sign] = match;
    const length = whole.trimStart().length;
    const place = { at: at + whole.length - length, length };
    if (name !== undefined) found.push({ kind: 'name', text: name, ...place });
    else if (number !== undefined) found.push({ kind: 'number', text: number, ...place });
    else if (string !== undefined)
      found.push({ kind: 'string', text: string.replaceAll("''", "'"), ...place });
    else found.push({ kind: 'sign', text: sign!, ...place });
    at += whole.length;
  }
  return [...found, { kind: 'end', text: '', at: text.length, length: 0 }];
}
