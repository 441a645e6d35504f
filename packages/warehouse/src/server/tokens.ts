/** A word, quoted name, string or sign of a statement, with where it stands. */
export type Token = { kind: 'word' | 'quoted' | 'string' | 'sign'; text: string; at: number };

/** Splits SQL into tokens, comments left out. An unclosed quote or comment runs to the end. */
export function tokens(sql: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < sql.length; ) {
    const two = sql.slice(at, at + 2);
    const one = sql[at]!;
    if (two === '--' || (one === '#' && /[ !]/.test(sql[at + 1] ?? ''))) at = ending(sql, '\n', at);
    else if (two === '/*') at = ending(sql, '*/', at + 2);
    else if (one === "'" || one === '"' || one === '`') {
      const end = closing(sql, at);
      found.push({ kind: one === "'" ? 'string' : 'quoted', text: sql.slice(at + 1, end - 1), at });
      at = end;
    } else if (/[A-Za-z0-9_$]/.test(one)) {
      const word = /^[A-Za-z0-9_$]+/.exec(sql.slice(at))![0];
      found.push({ kind: 'word', text: word, at });
      at += word.length;
    } else {
      if (!/\s/.test(one)) found.push({ kind: 'sign', text: one, at });
      at += 1;
    }
  }
  return found;
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
