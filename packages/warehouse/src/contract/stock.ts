import { type ClickHouseClient, createClient } from '@clickhouse/client';
import type { UserName } from '../server';
import type { WarehouseAddress } from '../testing';
import { realServer } from '../testing/env';

type Options = NonNullable<Parameters<typeof createClient>[0]>;

/** The client as it comes, without our wrapping: what the protocol promises, it must see. */
export function stockClient(
  address: WarehouseAddress,
  user: UserName,
  options: Options = {},
): ClickHouseClient {
  return createClient({
    url: address.url,
    username: address.ours ? user : realServer()!.user,
    password: address.tokens[user],
    max_open_connections: 64,
    request_timeout: 60_000,
    log: { level: 127 as never },
    ...options,
  });
}

/** All bytes of a result. */
export async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Waits until something is so; the time is a bound, not a pause. */
export async function until(isSo: () => boolean | Promise<boolean>, msMax = 5000): Promise<number> {
  const started = Date.now();
  while (!(await isSo())) {
    if (Date.now() - started > msMax) throw new Error(`not so after ${msMax} ms: ${isSo}`);
    await new Promise((done) => setTimeout(done, 20));
  }
  return Date.now() - started;
}
