import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Engine, EngineSession } from './engine';
import { FrontError, toFrontError } from './front-error';
import { type Lane, lane } from './lanes';
import type { ReaderSession, ReaderSessions } from './reader-sessions';
import { head, isStreamable, respondStream, respondWhole } from './respond-read';
import { literal, STATEMENT_BYTES_MAX, sessionStatements } from './session-settings';
import type { Spool } from './spool';
import { answers, readStatement, type Statement } from './statement';
import { authenticate, PROFILES, type Profile, type Tokens } from './users';

const KILL_AGAIN_MS = 50;
const PING_MS_MAX = 2000;

export type Front = {
  engine: Engine;
  spool: Spool;
  tokens: Tokens;
  readers: ReaderSessions;
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
  const gone = new AbortController();
  response.on('close', () => !response.writableFinished && gone.abort());
  try {
    const url = new URL(request.url ?? '/', 'http://front');
    if (url.pathname === '/ping') return await ping(front, response);
    const user = authenticate(request, url.searchParams, front.tokens);
    const profile = PROFILES[user];
    const body = decoded(request);
    const inQuery = url.searchParams.get('query');
    const statement = readStatement(inQuery ?? (await text(body)), profile);
    const data = inQuery === null ? Readable.from([]) : body;
    const spooled =
      statement.kind === 'insert-data' ? await front.spool.file(statement.inlineData, data) : null;
    try {
      const lane = front.lanes[answers(statement.kind) ? profile.lane : 'write'];
      const leave = await lane.enter(gone.signal);
      if (!leave) return;
      try {
        await run({
          front,
          profile,
          statement,
          spooled,
          query: url.searchParams,
          response,
          gone: gone.signal,
        });
      } finally {
        leave();
      }
    } finally {
      if (spooled) await rm(spooled, { force: true });
    }
  } catch (cause) {
    fail(response, toFrontError(cause));
  }
}

type Run = {
  front: Front;
  profile: Profile;
  statement: Statement;
  spooled: string | null;
  query: URLSearchParams;
  response: ServerResponse;
  gone: AbortSignal;
};

async function run({ front, profile, statement, spooled, query, response, gone }: Run): Promise<void> {
  const tag = `rq-${randomUUID()}`;
  const format = statement.format ?? query.get('default_format') ?? 'TabSeparated';
  const streamed = statement.kind === 'read' && isStreamable(format);
  const plan = {
    database: query.get('database') || 'ascent',
    tag,
    profile,
    query,
    singleShot: answers(statement.kind) && !streamed,
  };
  const performing = { statement, spooled, format, streamed, response, tag };
  const ready = streamed ? await front.readers.take(plan) : null;
  if (ready) return readInto(front, ready, performing, gone);
  const session = front.engine.open();
  const stopKilling = killWhenGone(front.engine, tag, gone);
  try {
    for (const sql of sessionStatements(plan)) await session.query(sql);
    if (!gone.aborted) await perform({ session, ...performing });
  } finally {
    stopKilling();
    session.close();
  }
}

/** In a session that others have used, and will use where this ends well. */
async function readInto(
  front: Front,
  ready: ReaderSession,
  performing: Omit<Performing, 'session'>,
  gone: AbortSignal,
): Promise<void> {
  const { session } = ready;
  const stopKilling = killWhenGone(front.engine, ready.tag, gone);
  let isWhole = false;
  try {
    if (!gone.aborted) await perform({ session, ...performing });
    isWhole = true;
  } finally {
    stopKilling();
    if (isWhole && !gone.aborted && !performing.response.destroyed) front.readers.giveBack(ready);
    else session.close();
  }
}

/** Again and again: a statement that was about to start is not found by the first attempt. */
function killWhenGone(engine: Engine, tag: string, gone: AbortSignal): () => void {
  let over = false;
  const kill = async () => {
    while (!over) {
      await engine.kill(tag);
      await new Promise((done) => setTimeout(done, KILL_AGAIN_MS));
    }
  };
  gone.addEventListener('abort', kill, { once: true });
  return () => {
    over = true;
    gone.removeEventListener('abort', kill);
  };
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
    case 'show':
      return streamed
        ? respondStream({ session, sql, format, response, tag })
        : respondWhole({ session, sql, format, response, tag });
    case 'insert-data':
      await session.query(`${sql} FROM INFILE ${literal(spooled!)} FORMAT ${format}`);
      break;
    case 'write':
      await session.query(sql);
      break;
  }
  if (response.destroyed) return;
  head(response, 'TabSeparated', tag);
  response.end();
}

async function ping({ engine }: Front, response: ServerResponse): Promise<void> {
  const session = engine.open();
  const answered = session.query('SELECT 1').finally(() => session.close());
  const late = setTimeout(
    () => fail(response, new FrontError(503, 159, 'Timeout exceeded: the engine does not answer')),
    PING_MS_MAX,
  );
  await answered.finally(() => clearTimeout(late));
  if (!response.headersSent) response.writeHead(200, { 'Content-Type': 'text/plain' }).end('Ok.\n');
}

function decoded(request: IncomingMessage): Readable {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return request;
  if (encoding !== 'gzip')
    throw new FrontError(400, 36, `the content encoding ${encoding} is not served here`);
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
    if (size > STATEMENT_BYTES_MAX)
      throw new FrontError(413, 62, `Syntax error: the query is longer than ${STATEMENT_BYTES_MAX} bytes`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** For requests on connections that outlive the order to stop. */
export function turnAway(response: ServerResponse): void {
  response.setHeader('Connection', 'close');
  fail(response, new FrontError(503, 202, 'The warehouse is stopping'));
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
