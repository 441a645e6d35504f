import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@ascent/db/testing';
import { startPostgres } from '@ascent/db/server';
import { startTestWarehouse } from '@ascent/warehouse/testing';
import type { TestProject } from 'vitest/node';

/** One real PostgreSQL and one real warehouse for all test files of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'ascent-test-'));
  const [postgres, warehouse] = await Promise.all([
    startPostgres({ dataDir: join(folder, 'postgres'), password: 'test', fast: true }),
    startTestWarehouse(),
  ]);
  const { url, tokens, ours } = warehouse;
  project.provide('postgresUrl', postgres.ownerUrl);
  project.provide('warehouse', { url, tokens, ours });
  return async () => {
    await Promise.all([postgres.stop(), warehouse.stop()]);
    await rm(folder, { recursive: true, force: true });
  };
}
