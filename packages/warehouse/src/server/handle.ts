import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Engine, EngineSession } from './engine';
import { FrontError, toFrontError } from './front-error';
import { type Lane, lane } from './lanes';
import { head, isStreamable, respondStream, respondWhole } from './respond-read';
import { sessionStatements } from './session-settings';
import type { Spool } from './spool';
import { readStatement, type Statement } from './statement';
import { authenticate, PROFILES, type Tokens, type UserName } from './users';

const SQL_MAX = 16 * 2 ** 20;

export type Front = {
  engine: Engine;
  spool: Spool;
  tokens: Tokens;
  lanes: Record<'short' | 'heavy' | 'write', Lane>;
};

export function createLanes(): Front['lanes'] {
  return {
    short: lane({ wide: 6, queueMax: 200 }),
    heavy: lane({ wide: 2, queueMax: 100 }),
    write: lane({ wide: 2, queueMax: 100 }),
  };
}

/** One HTTP request in the ClickHouse protocol. */
export async function handle(
  front: Front,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const tag = `rq-${randomUUID()}`;
  let gone = false;
  let running = false;
  response.on('close', () => {
    gone = !response.writableFinished;
    if (gone && running) void front.engine.kill(tag);
  });
  try {
    const url = new URL(request.url ?? '/', 'http://front');
    if (url.pathname === '/ping') return await ping(front, response);
    const user = authenticate(request, url.searchParams, front.tokens);
    const body = decoded(request);
    const inQuery = url.searchParams.get('query');
    const statement = readStatement(inQuery ?? (await text(body)));
    const profile = PROFILES[user];
    if (profile.readonly && statement.kind !== 'read')
      throw new FrontError(403, 164, 'Cannot execute query in readonly mode');
    const room = statement.kind === 'read' ? profile.lane : 'write';
    const spooled =
      statement.kind === 'insert-data'
        ? await front.spool.file(statement.inlineData, inQuery === null ? body.resume() : body)
        : null;
    const leave = await front.lanes[room].enter(() => gone);
    if (!leave) return;
    running = true;
    try {
      if (!gone) await run({ front, user, statement, spooled, query: url.searchParams, response, tag });
    } finally {
      running = false;
      leave();
      if (spooled) await rm(spooled, { force: true });
    }
  } catch (cause) {
    fail(response, toFrontError(cause));
  }
}

type Run = {
  front: Front;
  user: UserName;
  statement: Statement;
  spooled: string | null;
  query: URLSearchParams;
  response: ServerResponse;
  tag: string;
};

async function run({ front, user, statement, spooled, query, response, tag }: Run): Promise<void> {
  const format = statement.format ?? query.get('default_format') ?? 'TabSeparated';
  const streamed = statement.kind === 'read' && isStreamable(format);
  const session = front.engine.open();
  try {
    const database = query.get('database') || 'ascent';
    const plan = {
      database,
      tag,
      profile: PROFILES[user],
      query,
      singleShot: statement.kind === 'read' && !streamed,
    };
    for (const sql of sessionStatements(plan)) await session.query(sql);
    await perform({ session, statement, spooled, format, streamed, response, tag });
  } finally {
    session.close();
  }
}

type Performing = {
  session: EngineSession;
  statement: Statement;
  spooled: string | null;
  format: string;
  streamed: boolean;
  response: ServerResponse;
  tag: string;
};

async function perform({
  session,
  statement,
  spooled,
  format,
  streamed,
  response,
  tag,
}: Performing): Promise<void> {
  const { sql } = statement;
  switch (statement.kind) {
    case 'read':
      return streamed
        ? respondStream({ session, sql, format, response, tag })
        : respondWhole({ session, sql, format, response, tag });
    case 'insert-data':
      await session.query(`${withoutFormatClause(sql)} FROM INFILE '${spooled}' FORMAT ${format}`);
      break;
    case 'write':
      await session.query(sql);
      break;
  }
  if (response.destroyed) return;
  head(response, 'TabSeparated', tag);
  response.end();
}

function withoutFormatClause(sql: string): string {
  return sql.replace(/\s+(FORMAT\s+\w+|VALUES)\s*$/i, '');
}

async function ping(front: Front, response: ServerResponse): Promise<void> {
  const session = front.engine.open();
  try {
    await session.query('SELECT 1');
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end('Ok.\n');
  } finally {
    session.close();
  }
}

function decoded(request: IncomingMessage): Readable {
  if (request.headers['content-encoding'] !== 'gzip') return request;
  const gunzip = createGunzip();
  request.on('error', (cause) => gunzip.destroy(cause));
  request.on('aborted', () => gunzip.destroy(new Error('the client went away')));
  return request.pipe(gunzip);
}

async function text(body: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += (chunk as Buffer).length;
    if (size > SQL_MAX)
      throw new FrontError(413, 62, `Syntax error: the query is longer than ${SQL_MAX} bytes`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function fail(response: ServerResponse, error: FrontError): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(error.status, {
    'Content-Type': 'text/plain; charset=UTF-8',
    'X-ClickHouse-Exception-Code': String(error.code),
  });
  response.end(`${error.message}\n`);
}
