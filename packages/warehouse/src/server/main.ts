import { createServer } from 'node:http';
import { openEngine } from './engine';
import { createLanes, handle, turnAway } from './handle';
import { readerSessions } from './reader-sessions';
import { openSpool } from './spool';
import type { Tokens } from './users';

/** The front process. Its parent gives folder, port and tokens, and takes it down with itself. */
const dataDir = process.env.ASCENT_WAREHOUSE_DATA!;
const port = Number(process.env.ASCENT_WAREHOUSE_PORT ?? 0);
const tokens = JSON.parse(process.env.ASCENT_WAREHOUSE_TOKENS!) as Tokens;

const STOP_MS_MAX = 4000;
const STOP_KILL_MS = 1500;
const RSS_MAX = 4 * 2 ** 30;

// A parent that was killed closes the channel: nobody is left to serve. Native calls hold up an orderly exit.
const end = () => process.kill(process.pid, 'SIGKILL');
process.on('disconnect', end);
process.on('SIGINT', () => undefined);
if (!process.connected) end();

const engine = await openEngine(dataDir);
const spool = await openSpool(dataDir);
await spool.sweep();
const front = { engine, spool, tokens, readers: readerSessions(engine), lanes: createLanes() };
let stopping = false;
// Parameters travel in the address, as long as a server of the engine's own takes them.
const server = createServer({ maxHeaderSize: 2 ** 20 }, (request, response) => {
  if (stopping) turnAway(response);
  else void handle(front, request, response);
});
server.requestTimeout = 0;
server.keepAliveTimeout = 60_000;
server.listen(port, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : port });
});

process.on('SIGTERM', () => void stop());
// The engine keeps what a large statement took; a fresh process starts small again.
setInterval(() => idle() && process.memoryUsage.rss() > RSS_MAX && void stop(), 30_000);

function idle(): boolean {
  return Object.values(front.lanes).every((each) => each.idle());
}

/** Refuses what is new, lets what runs finish for a moment, kills it, and ends. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  server.close();
  server.closeIdleConnections();
  const started = Date.now();
  while (!idle() && Date.now() - started < STOP_MS_MAX) {
    if (Date.now() - started > STOP_KILL_MS) await Promise.race([engine.kill('rq-%'), pause(100)]);
    await pause(20);
  }
  if (!idle()) end();
  front.readers.close();
  engine.close();
  process.exit(0);
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
