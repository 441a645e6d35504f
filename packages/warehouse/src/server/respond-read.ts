import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { EngineSession } from './engine';
import { type FrontError, toFrontError } from './front-error';

/** A lane is not for somebody who has stopped reading. */
const STALLED_MS_MAX = 120_000;

/** Formats whose blocks may follow one another in one stream, with the header lines that each block repeats. */
const STREAMABLE: Record<string, number> = {
  JSONEachRow: 0,
  JSONLines: 0,
  NDJSON: 0,
  JSONCompactEachRow: 0,
  JSONStringsEachRow: 0,
  RowBinary: 0,
  Native: 0,
  CSV: 0,
  TSV: 0,
  TabSeparated: 0,
  CSVWithNames: 1,
  TSVWithNames: 1,
  TabSeparatedWithNames: 1,
  CSVWithNamesAndTypes: 2,
  TSVWithNamesAndTypes: 2,
  TabSeparatedWithNamesAndTypes: 2,
};

export function isStreamable(format: string): boolean {
  return Object.hasOwn(STREAMABLE, format);
}

export type Reading = {
  session: EngineSession;
  sql: string;
  format: string;
  response: ServerResponse;
  tag: string;
};

/** Sends a result block by block with backpressure; a failure after the first bytes cuts the connection. */
export async function respondStream({ session, sql, format, response, tag }: Reading): Promise<void> {
  const stream = await session.stream(sql, format);
  const headerLines = STREAMABLE[format] ?? 0;
  let header: Buffer | null = null;
  try {
    for await (const chunk of stream) {
      if (response.destroyed) return;
      if (chunk.numBytes === 0) continue;
      let bytes = Buffer.from(chunk.raw());
      if (headerLines > 0) {
        if (header === null) header = bytes.subarray(0, lines(bytes, headerLines, format.startsWith('CSV')));
        else if (bytes.subarray(0, header.length).equals(header)) bytes = bytes.subarray(header.length);
      }
      if (!response.headersSent) head(response, format, tag);
      if (!response.write(bytes)) await drained(response, STALLED_MS_MAX);
    }
    if (response.destroyed) return;
    if (!response.headersSent) {
      head(response, format, tag);
      // An empty result still has its header: the stream has no block to take it from.
      if (headerLines > 0) response.write(await session.query(sql, format));
    }
    response.end();
  } catch (cause) {
    if (!response.headersSent) throw cause;
    await breakOff(response, toFrontError(cause), tag);
  } finally {
    stream.cancel();
  }
}

export async function respondWhole({ session, sql, format, response, tag }: Reading): Promise<void> {
  const bytes = await session.query(sql, format);
  if (response.destroyed) return;
  head(response, format, tag);
  response.end(bytes);
}

export function head(response: ServerResponse, format: string, tag: string): void {
  response.writeHead(200, {
    'Content-Type': format.startsWith('JSON')
      ? 'application/json; charset=UTF-8'
      : 'text/plain; charset=UTF-8',
    'X-ClickHouse-Format': format,
    'X-ClickHouse-Exception-Tag': exceptionTag(tag),
    'X-ClickHouse-Summary':
      '{"read_rows":"0","read_bytes":"0","written_rows":"0","written_bytes":"0","total_rows_to_read":"0","result_rows":"0","result_bytes":"0","elapsed_ns":"0"}',
  });
}

/** What newer servers send when a query fails after its first bytes: a tagged block, then no final chunk. */
async function breakOff(response: ServerResponse, error: FrontError, tag: string): Promise<void> {
  // The stock client finds the block only where it comes apart from the rows before it.
  if (response.writableNeedDrain) await drained(response, STALLED_MS_MAX);
  await pause(20);
  if (response.destroyed) return;
  const mark = exceptionTag(tag);
  const message = `${error.message}\n`;
  const block = `\r\n__exception__\r\n${mark}\r\n${message}${Buffer.byteLength(message)} ${mark}\r\n__exception__\r\n`;
  response.write(block, () => response.socket?.end(() => response.destroy()));
}

function exceptionTag(tag: string): string {
  return tag.replaceAll('-', '').slice(-16).padStart(16, '0');
}

/** Resolves when more may be written or nobody is there any more; who takes nothing at all for so long is cut off. */
export async function drained(response: ServerResponse, msMax: number): Promise<void> {
  const over = new AbortController();
  // The socket's own timer sees bytes leave, where 'drain' comes only after megabytes.
  response.setTimeout(msMax);
  try {
    await Promise.race([
      once(response, 'drain', { signal: over.signal }),
      once(response, 'close', { signal: over.signal }),
    ]);
  } finally {
    response.setTimeout(0);
    over.abort();
  }
}

function lines(bytes: Buffer, count: number, quotes: boolean): number {
  let at = 0;
  for (let line = 0; line < count; line++) {
    let quoted = false;
    for (; at < bytes.length; at++) {
      if (quotes && bytes[at] === 0x22) quoted = !quoted;
      if (bytes[at] === 0x0a && !quoted) break;
    }
    at += 1;
  }
  return at;
}
