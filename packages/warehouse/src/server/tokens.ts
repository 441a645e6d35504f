/** A word, quoted name, string or sign of a statement, with where it stands. */
export type Token = { kind: 'word' | 'quoted' | 'string' | 'sign'; text: string; at: number; end: number };

const WORD = /[A-Za-z0-9_$]+/y;
const SPACE = /[ \t\r\n\v\f]+/y;

/** Splits SQL into tokens, comments left out. An unclosed quote or comment runs to the end. */
export function tokens(sql: string): Token[] {
  const found: Token[] = [];
  const add = (kind: Token['kind'], at: number, end: number, text = sql.slice(at, end)) => {
    found.push({ kind, text, at, end });
    return end;
  };
  for (let at = 0; at < sql.length; ) {
    const two = sql.slice(at, at + 2);
    const one = sql[at]!;
    if (two === '--' || two === '# ' || two === '#!') at = ending(sql, '\n', at);
    else if (two === '/*') at = ending(sql, '*/', at + 2);
    else if (one === "'" || one === '"' || one === '`') {
      const end = closing(sql, at);
      at = add(one === "'" ? 'string' : 'quoted', at, end, sql.slice(at + 1, end - 1));
    } else {
      const space = match(SPACE, sql, at);
      const word = space ? '' : match(WORD, sql, at);
      if (space) at += space.length;
      else at = word ? add('word', at, at + word.length) : add('sign', at, at + 1);
    }
  }
  return found;
}

function match(pattern: RegExp, sql: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0] ?? '';
}

function ending(sql: string, mark: string, from: number): number {
  const at = sql.indexOf(mark, from);
  return at < 0 ? sql.length : at + mark.length;
}

/** Just past the quote that closes the one at `at`; doubled and escaped quotes do not close. */
function closing(sql: string, at: number): number {
  const quote = sql[at];
  for (let i = at + 1; i < sql.length; i++) {
    if (sql[i] === '\\') i += 1;
    else if (sql[i] === quote) {
      if (sql[i + 1] !== quote) return i + 1;
      i += 1;
    }
  }
  return sql.length;
}
