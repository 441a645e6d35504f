import { FrontError } from './front-error';
import { refuseReaching } from './refusals';
import { type Token, tokens } from './tokens';

export type Statement = {
  /** The engine streams a `read`; a `show` tells about its objects and comes as a whole. */
  kind: 'read' | 'show' | 'write' | 'insert-data';
  /** Without its FORMAT clause or VALUES, and without a semicolon. */
  sql: string;
  format: string | null;
  /** Data that stood behind the FORMAT clause of an INSERT in the same text. */
  inlineData: string;
};

const READS = new Set(['SELECT', 'FROM', 'WITH']);
const SHOWS = new Set(['SHOW', 'DESCRIBE', 'DESC', 'EXISTS', 'EXPLAIN']);
const WRITES = new Set([
  'INSERT',
  'CREATE',
  'ALTER',
  'DROP',
  'TRUNCATE',
  'RENAME',
  'EXCHANGE',
  'OPTIMIZE',
  'DELETE',
  'UPDATE',
  'KILL',
  'DETACH',
  'ATTACH',
  'UNDROP',
]);

/** Reads one statement; more than one, one that leaves the engine, and a reader's write are refused. */
export function readStatement(text: string, { readonly }: { readonly: boolean }): Statement {
  const found = tokens(text);
  while (isSign(found.at(-1), ';')) found.pop();
  const verb = found[0]?.text.toUpperCase();
  if (!verb) throw new FrontError(400, 62, 'Syntax error: the query is empty');
  const data = verb === 'INSERT' ? dataClause(text, found) : null;
  const code = data ? found.filter((token) => token.at < data.format.end) : found;
  if (!data && found.some((token) => isSign(token, ';')))
    throw new FrontError(400, 62, 'Syntax error: one statement at a time');
  const kind = data ? 'insert-data' : kindOf(verb, found);
  refuseReaching(code, { readonly });
  if (readonly && !answers(kind)) throw new FrontError(403, 164, `Cannot execute ${verb} in readonly mode`);
  if (data)
    return {
      kind,
      sql: text.slice(0, data.clause.at).trimEnd(),
      format: data.clause === data.format ? 'Values' : data.format.text,
      inlineData: text.slice(data.format.end).replace(/^[ \t]*\r?\n?/, ''),
    };
  const whole = text.slice(0, found.at(-1)!.end);
  return {
    kind,
    ...(answers(kind) ? withoutFormat(whole, found) : { sql: whole, format: null }),
    inlineData: '',
  };
}

/** Whether rows come back. */
export function answers(kind: Statement['kind']): boolean {
  return kind === 'read' || kind === 'show';
}

function kindOf(verb: string, found: Token[]): 'read' | 'show' | 'write' {
  if (WRITES.has(verb)) return 'write';
  if (SHOWS.has(verb)) return 'show';
  const opening = found.find((token) => !isSign(token, '('))?.text.toUpperCase() ?? verb;
  if (!READS.has(opening))
    throw new FrontError(
      400,
      62,
      `Syntax error: ${verb.slice(0, 40)} is not a statement that is served here`,
    );
  const inserts = opening === 'WITH' && [...topLevel(found)].some(({ token }) => isWord(token, 'INSERT'));
  return inserts ? 'write' : 'read';
}

/** INSERT ... FORMAT X or VALUES: where the data begins. INSERT ... SELECT has none. */
function dataClause(text: string, found: Token[]): { clause: Token; format: Token } | null {
  for (const { token, next } of topLevel(found)) {
    if (isWord(token, 'SELECT') || isWord(token, 'WITH')) return null;
    if (isWord(token, 'VALUES')) return { clause: token, format: token };
    if (isWord(token, 'FORMAT') && next?.kind === 'word') return { clause: token, format: next };
  }
  throw new FrontError(400, 62, `Syntax error: INSERT without SELECT or FORMAT: ${text.slice(0, 80)}`);
}

/** The engine also takes SETTINGS behind FORMAT; it takes them as well without it. */
function withoutFormat(text: string, found: Token[]): { sql: string; format: string | null } {
  for (const { token, next, afterNext } of topLevel(found)) {
    if (!isWord(token, 'FORMAT') || next?.kind !== 'word') continue;
    if (afterNext && !isWord(afterNext, 'SETTINGS')) continue;
    return { sql: `${text.slice(0, token.at).trimEnd()}${text.slice(next.end)}`, format: next.text };
  }
  return { sql: text, format: null };
}

function* topLevel(found: Token[]): Iterable<{ token: Token; next?: Token; afterNext?: Token }> {
  let depth = 0;
  for (const [index, token] of found.entries()) {
    if (isSign(token, '(')) depth += 1;
    else if (isSign(token, ')')) depth -= 1;
    else if (depth === 0) yield { token, next: found[index + 1], afterNext: found[index + 2] };
  }
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text;
}

function isWord(token: Token, text: string): boolean {
  return token.kind === 'word' && token.text.toUpperCase() === text;
}
