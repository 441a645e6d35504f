import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createClient } from '@clickhouse/client';
import type { z } from 'zod';
import { brokeOff, neverArrived, toWarehouseError, WarehouseError } from './warehouse-error';

export type Settings = Record<string, string | number>;
export type Query = { sql: string; params?: Record<string, unknown>; settings?: Settings };

/** The warehouse as its callers hold it: the stock client, wrapped in this one place. */
export type Warehouse = {
  /** Rows parsed by the schema; retried while the engine restarts. */
  query: <Row>(query: Query & { schema: z.ZodType<Row> }) => Promise<Row[]>;
  /** Rows one by one, with backpressure; never ends short. */
  rows: (query: Query) => AsyncIterable<Record<string, unknown>>;
  /** The result's bytes in a format of the engine; errors rather than ending short. */
  bytes: (query: Query & { format: string }) => Promise<Readable>;
  command: (query: Query & { idempotent?: boolean }) => Promise<void>;
  insertStream: (insert: {
    table: string;
    columns?: string[];
    format: string;
    body: Readable;
  }) => Promise<void>;
  insertRows: (insert: { table: string; rows: Record<string, unknown>[] }) => Promise<void>;
  ping: () => Promise<boolean>;
  close: () => Promise<void>;
};

export type WarehouseTarget = {
  url: string;
  user: string;
  password: string;
  database?: string;
  requestTimeoutMs?: number;
};

const BINARY = new Set(['RowBinary', 'Native']);
const ANNOUNCED_BYTES_MAX = 16_384;
/** A front that died is back within 5 seconds: often enough to find it up, long enough for deaths in a row. */
const RETRY_MS = [50, 100, 200, 400, ...Array.from({ length: 40 }, () => 500)];

/** Waits for ALTER and DELETE, writes 64-bit integers as JSON numbers, stops what nobody waits for. */
const SETTINGS = {
  output_format_json_quote_64bit_integers: 0,
  mutations_sync: '2',
  lightweight_deletes_sync: '2',
  cancel_http_readonly_queries_on_client_close: 1,
} as const;

/** The engine reads 256 KB of a statement unless its sender says that it is longer; it then says so of this many bytes. */
export const LONG_STATEMENT = { max_query_size: 16 * 2 ** 20 } as const;

export function connectWarehouse(target: WarehouseTarget): Warehouse {
  const client = createClient({
    url: target.url,
    username: target.user,
    password: target.password,
    database: target.database ?? 'ascent',
    request_timeout: target.requestTimeoutMs ?? 600_000,
    max_open_connections: 24,
    keep_alive: { enabled: true, idle_socket_ttl: 2000 },
    clickhouse_settings: SETTINGS,
    log: { level: 127 as never },
  });
  const read = <T>(sql: string, run: () => Promise<T>) =>
    attempt(sql, run, (cause) => neverArrived(cause) || brokeOff(cause));
  const open = async ({ sql, params, settings }: Query, format: string) => {
    if (!/^\w+$/.test(format)) throw new Error(`not a format: ${format}`);
    const query = `${sql}\nFORMAT ${format}`;
    const { stream, response_headers: headers } = await client.exec({
      ...{ query, query_params: params },
      ...(settings && { clickhouse_settings: { ...SETTINGS, ...settings } }),
    });
    return guarded(stream, { sql, tag: String(headers['x-clickhouse-exception-tag'] ?? '') });
  };
  /** The stock client's own insert takes texts only. */
  const sent = async (query: string, values: Readable) => {
    const { stream } = await client.exec({ query, values });
    await finished(stream.resume());
  };
  return {
    query: ({ schema, ...query }) =>
      read(query.sql, async () => {
        const rows = [];
        for await (const row of rowsIn(await open(query, 'JSONEachRow'))) rows.push(schema.parse(row));
        return rows;
      }),
    rows: async function* (query) {
      yield* rowsIn(await read(query.sql, () => open(query, 'JSONEachRow')));
    },
    bytes: ({ format, ...query }) => read(query.sql, () => open(query, format)),
    command: async ({ sql, params, settings, idempotent }) => {
      const run = () =>
        client.command({
          query: sql,
          query_params: params,
          clickhouse_settings: { ...SETTINGS, ...settings },
        });
      await attempt(sql, run, (cause) => neverArrived(cause) || (idempotent === true && brokeOff(cause)));
    },
    insertStream: async ({ table, columns, format, body }) => {
      const run = async () => {
        await (BINARY.has(format)
          ? sent(`INSERT INTO ${table}${columns ? ` (${columns.join(', ')})` : ''} FORMAT ${format}`, body)
          : client.insert({
              table,
              values: body,
              format: format as 'CSV',
              ...(columns ? { columns: columns as [string, ...string[]] } : {}),
            }));
      };
      await attempt(`INSERT INTO ${table}`, run, () => false);
    },
    insertRows: async ({ table, rows }) => {
      await attempt(
        `INSERT INTO ${table}`,
        () => client.insert({ table, values: rows, format: 'JSONEachRow' }),
        neverArrived,
      );
    },
    ping: async () => (await client.ping()).success,
    close: () => client.close(),
  };
}

async function attempt<T>(
  sql: string,
  run: () => Promise<T>,
  mayRetry: (cause: unknown) => boolean,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await run();
    } catch (cause) {
      const wait = RETRY_MS[tries];
      if (wait === undefined || !mayRetry(cause))
        throw cause instanceof Error && cause.name === 'ZodError' ? cause : toWarehouseError(cause, sql);
      await new Promise((done) => setTimeout(done, wait));
    }
  }
}

/** One JSON document a line. */
async function* rowsIn(stream: Readable): AsyncIterable<Record<string, unknown>> {
  let begun: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      const end = chunk.subarray(from, at);
      const line = begun.length > 0 ? Buffer.concat([...begun, end]) : end;
      begun = [];
      from = at + 1;
      yield JSON.parse(line.toString('utf8'));
    }
    begun.push(chunk.subarray(from));
  }
}

/** The engine announces a failure after the first bytes inside the body: it must not pass for data. */
function guarded(stream: Readable, { sql, tag }: { sql: string; tag: string }): Readable {
  const mark = Buffer.from(`\r\n__exception__\r\n${tag}`);
  async function* checked() {
    // The announcement may be cut anywhere by the network; the connection then ends with an error.
    let last = Buffer.alloc(0);
    try {
      for await (const chunk of stream) {
        last = Buffer.concat([last.subarray(-ANNOUNCED_BYTES_MAX), chunk as Buffer]);
        if (last.includes(mark)) continue;
        yield chunk as Buffer;
      }
    } catch (cause) {
      throw announced(last, { mark, sql }) ?? toWarehouseError(cause, sql);
    }
    const failure = announced(last, { mark, sql });
    if (failure) throw failure;
  }
  return Readable.from(checked(), { objectMode: false });
}

function announced(bytes: Buffer, { mark, sql }: { mark: Buffer; sql: string }): WarehouseError | null {
  const at = bytes.lastIndexOf(mark);
  if (at < 0) return null;
  const message = bytes
    .subarray(at + mark.length)
    .toString('utf8')
    .trim();
  const code = Number(/Code: (\d+)/.exec(message)?.[1] ?? 0) || null;
  return new WarehouseError({ code, message, sql });
}
