import { createServer } from 'node:net';
import { freePort } from '@ascent/db/server';

/** The wanted port where it is free on loopback, else the next free one above it; for 0, any. */
export async function freePortFrom(wanted: number, taken: number[] = []): Promise<number> {
  if (wanted === 0) return freePort();
  for (let port = wanted; port < wanted + 50; port++) {
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  throw new Error(`no port from ${wanted} to ${wanted + 49} is free`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}
