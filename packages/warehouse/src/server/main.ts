import { createServer } from 'node:http';
import { openEngine } from './engine';
import { createLanes, handle } from './handle';
import { openSpool } from './spool';
import type { Tokens } from './users';

/** The front process. Its parent gives folder, port and tokens, and takes it down with itself. */
const dataDir = process.env.ASCENT_WAREHOUSE_DATA!;
const port = Number(process.env.ASCENT_WAREHOUSE_PORT ?? 0);
const tokens = JSON.parse(process.env.ASCENT_WAREHOUSE_TOKENS ?? '{}') as Tokens;

const engine = await openEngine(dataDir);
const spool = await openSpool(dataDir);
await spool.sweep();
const front = { engine, spool, tokens, lanes: createLanes() };
const server = createServer((request, response) => void handle(front, request, response));
server.requestTimeout = 0;
server.keepAliveTimeout = 60_000;
server.listen(port, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : port });
});

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  server.close();
  server.closeIdleConnections();
  const started = Date.now();
  const wait = setInterval(() => {
    const idle = Object.values(front.lanes).every((each) => each.idle());
    if (!idle && Date.now() - started < 4000) return;
    clearInterval(wait);
    process.exit(0);
  }, 20);
}

process.on('SIGTERM', stop);
process.on('SIGINT', () => undefined);
// A parent that was killed closes the channel: nobody is left to serve.
process.on('disconnect', () => process.exit(0));
