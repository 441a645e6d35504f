import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { ServiceError } from '../errors';

const HEADER_BYTES_MAX = 1 << 20;

const ZIPPED = /\.gz$/i;

/** A feed file on disk: CSV in UTF-8, gzipped when its name ends in .gz. */
export type FeedFile = { path: string; name: string; sha256: string; headers: string[]; headerBytes: number };

export async function openFeedFile(path: string): Promise<FeedFile> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new ServiceError('not-found', `${path}: there is no such file`);
  if (!found.isFile()) throw new ServiceError('invalid', `${path}: is not a file`);
  if (!/\.csv(\.gz)?$/i.test(path))
    throw new ServiceError('invalid', `${path}: a feed file ends in .csv or .csv.gz`);
  const [sha256, header] = await Promise.all([hashOf(path), readHeader(path)]);
  return { path, name: path.split('/').at(-1)!, sha256, ...header };
}

/** The file's bytes after its header line. */
export function feedBody(file: FeedFile): Readable {
  return ZIPPED.test(file.path)
    ? skipped(unzipped(file.path), file.headerBytes)
    : createReadStream(file.path, { start: file.headerBytes });
}

/** The whole file, unzipped. */
export function unzipped(path: string): Readable {
  if (!ZIPPED.test(path)) return createReadStream(path);
  const raw = createReadStream(path);
  const gunzip = createGunzip();
  raw.on('error', (cause) => gunzip.destroy(cause));
  return raw.pipe(gunzip);
}

export function unreadable(name: string, cause: unknown): ServiceError {
  return new ServiceError('invalid', `${name}: cannot be read: ${(cause as Error).message}`, { cause });
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function readHeader(path: string): Promise<{ headers: string[]; headerBytes: number }> {
  let seen = Buffer.alloc(0);
  const source = unzipped(path);
  try {
    for await (const chunk of source) {
      seen = Buffer.concat([seen, chunk as Buffer]);
      const end = headerEnd(seen);
      if (end > 0) return parsedHeader(path, seen.subarray(0, end));
      if (seen.length > HEADER_BYTES_MAX) break;
    }
  } catch (cause) {
    throw cause instanceof ServiceError ? cause : unreadable(path, cause);
  } finally {
    source.destroy();
  }
  if (seen.length === 0) throw new ServiceError('invalid', `${path}: the file is empty`);
  if (seen.length > HEADER_BYTES_MAX)
    throw new ServiceError('invalid', `${path}: line 1: the header is longer than 1 MB`);
  return parsedHeader(path, seen);
}

/** Just past the first line break that is not inside quotes; 0 when there is none yet. */
function headerEnd(bytes: Buffer): number {
  let quoted = false;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0x22) quoted = !quoted;
    else if (bytes[at] === 0x0a && !quoted) return at + 1;
  }
  return 0;
}

function parsedHeader(path: string, line: Buffer): { headers: string[]; headerBytes: number } {
  const refused = (why: string) => new ServiceError('invalid', `${path}: line 1: ${why}`);
  if (!isUtf8(line)) throw refused('the file is not UTF-8');
  const headers = headersOf(line);
  if (headers === null) throw refused('a quote is not closed');
  if (headers.length === 0) throw refused('there is no header');
  const twice = headers.find((header, index) => headers.indexOf(header) !== index);
  if (twice !== undefined) throw refused(`the column "${twice}" stands twice`);
  return { headers, headerBytes: line.length };
}

function headersOf(line: Buffer): string[] | null {
  try {
    return (parse(line, { bom: true, trim: true, relax_quotes: true }) as string[][])[0] ?? [];
  } catch {
    return null;
  }
}

function skipped(source: Readable, bytes: number): Readable {
  let left = bytes;
  const rest = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const cut = Math.min(left, chunk.length);
      left -= cut;
      done(null, cut === 0 ? chunk : chunk.subarray(cut));
    },
  });
  source.on('error', (cause) => rest.destroy(cause));
  return source.pipe(rest);
}
