import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startProduct } from './product';

/** Where the product is served for a run of browser tests, and the sample's password. */
export type Served = { portal: string; campaigns: string; password: string };

declare module 'vitest' {
  interface ProvidedContext {
    served: Served;
  }
}

const ACCOUNTS = 1500;

/** Serves the whole product with a small sample, on a folder and ports of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'ascent-e2e-'));
  const product = await startProduct(folder, ACCOUNTS);
  const { portal, campaigns, run } = product;
  project.provide('served', { portal, campaigns, password: run.secrets.samplePassword });
  return async () => {
    await product.stop('SIGTERM');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
