import { expect, inject, test } from 'vitest';
import { freshDatabase } from './testing';

test('smoke', async () => {
  const db = await freshDatabase(inject('postgresUrl'));
  expect(db.ownerUrl).toContain('test_');
  await db.drop();
});
