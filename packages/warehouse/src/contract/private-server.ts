import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWarehouse, type WarehouseServer } from '../server';
import type { WarehouseAddress } from '../testing';

export type PrivateServer = WarehouseServer & { address: WarehouseAddress; dataDir: string; log: string[] };

/** A front of the test's own, to measure and to kill. */
export async function privateServer(): Promise<PrivateServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "ascent-it's private-"));
  const log: string[] = [];
  const server = await startWarehouse({ dataDir, onLog: (line) => log.push(line) });
  return {
    ...server,
    dataDir,
    log,
    address: { url: server.url, tokens: server.tokens, ours: true },
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A zombie counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}

/** The most memory the process had while something ran. */
export async function peakMbDuring(pid: number, run: () => Promise<void>): Promise<number> {
  let peak = residentMb(pid);
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMb(pid));
  }, 50);
  try {
    await run();
  } finally {
    clearInterval(watch);
  }
  return peak;
}

/** The fronts that run on a folder, whoever started them. */
export function frontsOn(dataDir: string): number[] {
  const wanted = `ASCENT_WAREHOUSE_DATA=${dataDir}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isAlive(Number(name)))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(wanted);
      } catch {
        return false;
      }
    })
    .map(Number);
}
