import { FrontError } from './front-error';
import { type Token, tokens } from './tokens';

export type Statement = {
  kind: 'read' | 'write' | 'insert-data';
  /** Without a trailing FORMAT clause and semicolon; for data, up to and with the FORMAT clause. */
  sql: string;
  format: string | null;
  /** Data that stood behind the FORMAT clause of an INSERT in the same text. */
  inlineData: string;
};

const READS = new Set(['SELECT', 'WITH', 'SHOW', 'DESCRIBE', 'DESC', 'EXISTS', 'EXPLAIN']);
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
/** The engine takes these for reads although they leave it: files, other hosts, other programs. */
const REACHING = new Set(
  'file url s3 s3cluster gcs hdfs hdfscluster remote remotesecure cluster clusterallreplicas postgresql mysql mongodb redis sqlite odbc jdbc executable azureblobstorage deltalake iceberg hudi filecluster urlcluster input infile python dictionary merge catboostevaluate loop'.split(
    ' ',
  ),
);
const FORBIDDEN_WORDS = new Set(['OUTFILE', 'INFILE']);

/** Reads one statement; more than one, or one that leaves the engine, is refused. */
export function readStatement(text: string): Statement {
  const found = tokens(text);
  while (found.at(-1)?.text === ';' && found.at(-1)?.kind === 'sign') found.pop();
  const first = found[0];
  if (!first) throw new FrontError(400, 62, 'Syntax error: the query is empty');
  const verb = first.text.toUpperCase();
  const opening = found.find((token) => token.text !== '(')?.text.toUpperCase() ?? verb;
  const data = verb === 'INSERT' ? insertData(text, found) : null;
  const checked = data ? found.filter((token) => token.at < data.cut) : found;
  refuseReaching(checked);
  if (data)
    return {
      kind: 'insert-data',
      sql: text.slice(0, data.cut).trimEnd(),
      format: data.format,
      inlineData: text.slice(data.cut).replace(/^[ \t]*\r?\n?/, ''),
    };
  if (found.some((token) => token.kind === 'sign' && token.text === ';'))
    throw new FrontError(400, 62, 'Syntax error: one statement at a time');
  const last = found.at(-1)!;
  const end =
    last.kind === 'word' || last.kind === 'sign' ? last.at + last.text.length : closingAt(text, last);
  if (READS.has(opening))
    return { kind: 'read', ...withoutFormat(text.slice(0, end), found), inlineData: '' };
  if (WRITES.has(verb)) return { kind: 'write', sql: text.slice(0, end), format: null, inlineData: '' };
  throw new FrontError(400, 62, `Syntax error: ${first.text} is not a statement that is served here`);
}

function closingAt(text: string, last: Token): number {
  return (
    last.at +
    last.text.length +
    (text[last.at] === "'" || text[last.at] === '"' || text[last.at] === '`' ? 2 : 0)
  );
}

/** INSERT ... FORMAT X or VALUES: where the data begins. INSERT ... SELECT has none. */
function insertData(text: string, found: Token[]): { cut: number; format: string } | null {
  let depth = 0;
  for (const [index, token] of found.entries()) {
    if (token.kind === 'sign') depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    if (token.kind !== 'word' || depth > 0) continue;
    const word = token.text.toUpperCase();
    if (word === 'SELECT' || word === 'WITH') return null;
    if (word === 'VALUES') return { cut: token.at + token.text.length, format: 'Values' };
    const next = found[index + 1];
    if (word === 'FORMAT' && next) return { cut: next.at + next.text.length, format: next.text };
  }
  throw new FrontError(400, 62, `Syntax error: INSERT without SELECT or FORMAT: ${text.slice(0, 80)}`);
}

function withoutFormat(text: string, found: Token[]): { sql: string; format: string | null } {
  const [keyword, name] = found.slice(-2);
  if (keyword?.kind === 'word' && keyword.text.toUpperCase() === 'FORMAT' && name?.kind === 'word') {
    return { sql: text.slice(0, keyword.at).trimEnd(), format: name.text };
  }
  return { sql: text, format: null };
}

function refuseReaching(found: Token[]): void {
  for (const [index, token] of found.entries()) {
    if (token.kind === 'string') continue;
    const calls = found[index + 1]?.text === '(' && found[index + 1]?.kind === 'sign';
    if (calls && REACHING.has(token.text.toLowerCase()))
      throw new FrontError(403, 497, `Not enough privileges: ${token.text}() is not served here`);
    if (token.kind === 'word' && FORBIDDEN_WORDS.has(token.text.toUpperCase())) {
      throw new FrontError(403, 497, `Not enough privileges: ${token.text.toUpperCase()} is not served here`);
    }
  }
}
