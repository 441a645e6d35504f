import { Readable } from 'node:stream';
import { type ClickHouseClient, createClient } from '@clickhouse/client';
import type { z } from 'zod';
import { brokeOff, neverArrived, toWarehouseError, WarehouseError } from './warehouse-error';

export type Query = { sql: string; params?: Record<string, unknown> };
export type Settings = Record<string, string | number>;

/** The warehouse as its callers hold it: the stock client, wrapped in this one place. */
export type Warehouse = {
  /** Rows parsed by the schema; retried while the engine restarts. */
  query: <Row>(query: Query & { schema: z.ZodType<Row> }) => Promise<Row[]>;
  /** Rows one by one, with backpressure; never ends short. */
  rows: (query: Query) => AsyncIterable<Record<string, unknown>>;
  /** The result's bytes in a format of the engine; errors rather than ending short. */
  bytes: (query: Query & { format: string }) => Promise<Readable>;
  command: (query: Query & { settings?: Settings; idempotent?: boolean }) => Promise<void>;
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

const RETRY_MS = [50, 100, 200, 400, 800, 1600, 2400, 2400];

/** Waits for ALTER and DELETE, writes 64-bit integers as JSON numbers. */
const SETTINGS = {
  output_format_json_quote_64bit_integers: 0,
  mutations_sync: '2',
  lightweight_deletes_sync: '2',
} as const;

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
  return {
    query: ({ sql, params, schema }) =>
      read(sql, async () => {
        const result = await client.query({ query: sql, query_params: params, format: 'JSONEachRow' });
        return (await result.json<unknown>()).map((row) => schema.parse(row));
      }),
    rows: ({ sql, params }) => streamedRows(client, { sql, params }),
    bytes: ({ sql, params, format }) =>
      read(sql, async () => {
        const { stream } = await client.exec({ query: `${sql} FORMAT ${format}`, query_params: params });
        return guarded(stream, sql);
      }),
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
      const run = () =>
        client.insert({
          table,
          values: body,
          format: format as 'CSV',
          ...(columns ? { columns: columns as [string, ...string[]] } : {}),
        });
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

async function* streamedRows(
  client: ClickHouseClient,
  { sql, params }: Query,
): AsyncIterable<Record<string, unknown>> {
  const open = () => client.query({ query: sql, query_params: params, format: 'JSONEachRow' });
  const result = await attempt(sql, open, (cause) => neverArrived(cause) || brokeOff(cause));
  try {
    for await (const batch of result.stream<Record<string, unknown>>()) {
      for (const row of batch) yield row.json();
    }
  } catch (cause) {
    throw toWarehouseError(cause, sql);
  }
}

/** The engine announces a failure after the first bytes inside the body: it must not pass for data. */
function guarded(stream: Readable, sql: string): Readable {
  const mark = Buffer.from('\r\n__exception__\r\n');
  async function* checked() {
    try {
      for await (const chunk of stream) {
        const at = (chunk as Buffer).indexOf(mark);
        if (at >= 0) {
          const message = (chunk as Buffer).subarray(at + mark.length).toString('utf8');
          throw new WarehouseError({
            code: Number(/Code: (\d+)/.exec(message)?.[1] ?? 0) || null,
            message,
            sql,
          });
        }
        yield chunk as Buffer;
      }
    } catch (cause) {
      throw toWarehouseError(cause, sql);
    }
  }
  return Readable.from(checked(), { objectMode: false });
}
