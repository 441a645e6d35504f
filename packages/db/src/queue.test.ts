import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { connectQueue } from './queue';
import { freshDatabase } from './testing';

const database = await freshDatabase(inject('postgresUrl'));
afterAll(database.drop);

test('jobs go from one connection to another, all in a schema of the queue alone', async () => {
  const url = database.urls.queue;
  const [sender, worker] = await Promise.all([
    connectQueue({ url, supervise: false }),
    connectQueue({ url, supervise: true }),
  ]);
  await worker.createQueue('mail');
  const id = await sender.send('mail', { to: "it's" });
  const [job] = await worker.fetch<{ to: string }>('mail');
  expect(job).toMatchObject({ id, data: { to: "it's" } });
  await worker.complete('mail', id!);
  expect(await worker.fetch('mail')).toEqual([]);
  await Promise.all([sender.stop({ graceful: false }), worker.stop({ graceful: false })]);

  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query(
    "SELECT DISTINCT relnamespace::regnamespace::text AS schema FROM pg_class WHERE relowner = 'ascent_queue'::regrole",
  );
  await owner.end();
  expect(rows.map(({ schema }) => schema).filter((schema) => schema !== 'pg_toast')).toEqual(['queue']);
});
