import { PgBoss } from 'pg-boss';

export type Queue = PgBoss;

/** The job queue, in a schema and under a role of its own. `supervise` is for workers only. */
export async function connectQueue({ url, supervise }: { url: string; supervise: boolean }): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'queue',
    supervise,
    schedule: supervise,
    max: 4,
    createSchema: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  return boss;
}
