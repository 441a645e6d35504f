import { FrontError } from './front-error';
import type { Token } from './tokens';

/** The engine takes these for reads although they leave it: files, other hosts, other programs. */
const REACHING = new Set(
  `file filecluster filesystem url urlcluster s3 s3cluster gcs oss cosn hdfs hdfscluster azureblobstorage
  azureblobstoragecluster deltalake deltalakelocal deltalakes3 deltalakeazure deltalakecluster deltalakes3cluster
  deltalakeazurecluster hudi hudicluster iceberg iceberglocal icebergs3 icebergazure iceberghdfs icebergcluster
  iceberglocalcluster icebergs3cluster icebergazurecluster iceberghdfscluster paimon paimonlocal paimons3 paimonazure
  paimonhdfs paimoncluster paimons3cluster paimonazurecluster paimonhdfscluster ytsaurus arrowstream arrowflight
  remote remotesecure cluster clusterallreplicas postgresql mysql mongodb redis sqlite odbc jdbc executable python
  prometheusquery prometheusqueryrange timeseriesdata timeseriestags timeseriesmetrics timeseriesselector
  timeseriessamples input infile dictionary merge loop eval viewexplain catboostevaluate http cassandra`.split(
    /\s+/,
  ),
);
/** Scalar functions that the engine also calls by their bare name, as in arrayMap(file, …) or APPLY file. */
const REACHING_NAMES = new Set(['file', 'catboostevaluate']);
/** A dictionary's source is a table here: these would name another host. */
const ELSEWHERE = new Set(['host', 'port', 'user', 'password', 'secure']);
const FORBIDDEN_WORDS = new Set(['OUTFILE', 'INFILE']);

/**
 * Refuses what leaves the engine, and what its lexer may read otherwise than ours does: heredocs, typographic
 * quotes and spaces, // comments and escapes in names would hide a call from the check.
 */
export function refuseReaching(found: Token[], { readonly }: { readonly: boolean }): void {
  const makesDictionary =
    found[0]?.text.toUpperCase() === 'CREATE' &&
    found.slice(1, 4).some(({ text }) => text.toUpperCase() === 'DICTIONARY');
  for (const [index, token] of found.entries()) {
    refuseUnclear(token, found[index + 1]);
    if (token.kind === 'string') continue;
    const name = token.text.toLowerCase();
    const next = found[index + 1];
    const calls = next?.kind === 'sign' && next.text === '(';
    if (makesDictionary && ELSEWHERE.has(name)) throw denied(token.text);
    if (calls && REACHING.has(name)) throw denied(`${token.text}()`);
    if (token.kind === 'word' && FORBIDDEN_WORDS.has(token.text.toUpperCase())) throw denied(token.text);
    if (!readonly) continue;
    if (REACHING_NAMES.has(name)) throw denied(token.text);
    if (name === 'identifier' && found[index - 1]?.text === ':') throw denied('a name as a parameter');
  }
}

function refuseUnclear(token: Token, next: Token | undefined): void {
  const unclear =
    (token.kind === 'sign' && !/[!-~]/.test(token.text)) ||
    (token.kind === 'word' && token.text.startsWith('$')) ||
    (token.kind === 'quoted' && token.text.includes('\\')) ||
    (token.text === '/' && token.kind === 'sign' && next?.text === '/' && next.at === token.end);
  if (unclear)
    throw new FrontError(
      400,
      62,
      `Syntax error: ${JSON.stringify(token.text.slice(0, 40))} is not served here`,
    );
}

function denied(what: string): FrontError {
  return new FrontError(403, 497, `Not enough privileges: ${what} is not served here`);
}
