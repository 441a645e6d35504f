import { tables } from '@ascent/db';
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { verifyAudit } from '../audit/verify';
import { feedFiles, freshPlatform } from '../testing';
import { openFeedFile } from './file';
import { beginLoad, listLoads } from './load-log';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform, jobs, owner } = stores;
const { ingest, ingestPath, rejects, remove, rows, write } = await feedFiles(stores);
afterAll(async () => {
  await stores.drop();
  await remove();
});
afterEach(() => owner.delete(tables.load));

const HEADER = 'account_id,name,employees,country';
const csv = (...lines: string[]) => `${[HEADER, ...lines].join('\n')}\n`;
const accounts = () => rows('accounts', 'account_id, name, employees');
const count = async (sql: string) => (await jobs.query({ sql, schema: z.object({ n: z.number() }) }))[0]!.n;

describe('a file', () => {
  test('is counted row by row, and what is wrong is told by file, line, column and reason', async () => {
    const outcome = await ingest(
      csv('a1,Contoso,140,Brazil', 'a 2,Fabrikam,12,Brazil', 'a3,,0,Brazil', 'a4,Adatum,,'),
      { name: 'crm.csv' },
    );
    expect(outcome).toMatchObject({ feed: 'accounts', file: 'crm.csv', read: 4, accepted: 2, rejected: 2 });
    expect(outcome.unchanged).toBe(0);
    expect(await accounts()).toEqual([
      ['a1', 'Contoso', 140],
      ['a4', 'Adatum', null],
    ]);
    const at = { feed: 'accounts', file: 'crm.csv' };
    expect(await rejects(outcome.load)).toEqual([
      {
        ...at,
        line: 3,
        column: 'account_id',
        reason: 'must be 1 to 80 printable ASCII characters without spaces',
        value: 'a 2',
      },
      {
        ...at,
        line: 4,
        column: 'employees',
        reason: 'must be a whole number from 1 to 10000000',
        value: '0',
      },
      { ...at, line: 4, column: 'name', reason: 'is required', value: '' },
    ]);
  });

  test('may have its columns in any order, and others besides', async () => {
    await ingest('note,employees,name,account_id\nx,140,Contoso,a1\n');
    expect(await accounts()).toEqual([['a1', 'Contoso', 140]]);
  });

  test('keeps its texts as they are, but for blanks around them', async () => {
    const names = ['  d’Or "x" \\N ', "'single'", 'São Paulo, SP', '東京 😀', '\\', 'NULL', '=1+1'];
    const lines = names.map((name, n) => `a${n},"${name.replaceAll('"', '""')}",,`);
    const { accepted } = await ingest(csv(...lines));
    expect(accepted).toBe(names.length);
    expect((await accounts()).map(([, name]) => name)).toEqual(names.map((name) => name.trim()));
  });

  test('is on record once', async () => {
    await owner.delete(tables.auditEntry);
    const path = await write(csv('a1,Contoso,140,Brazil'));
    const { load } = await ingestPath(path);
    await ingestPath(path);
    const entries = await owner.select().from(tables.auditEntry);
    expect(entries).toMatchObject([
      { partnerId: 'host', action: 'feed.load', subject: `accounts:${load}`, detail: { accepted: 1 } },
    ]);
    expect((await verifyAudit(platform.host)).broken).toEqual([]);
  });
});

describe('what was loaded before', () => {
  const first = csv('a1,Contoso,140,Brazil', 'a2,Fabrikam,12,Brazil', 'bad id,X,1,');

  test('the same file changes nothing, under whatever name', async () => {
    const { load } = await ingest(first);
    const before = await accounts();
    const again = await ingest(first, { name: 'renamed.csv' });
    expect(again).toMatchObject({ load, read: 3, accepted: 0, rejected: 1, unchanged: 2 });
    expect(await accounts()).toEqual(before);
    expect(await listLoads(platform.host)).toHaveLength(1);
    expect(await rejects(load)).toHaveLength(1);
  });

  test('a changed row of a new file is taken, the old one superseded, the others left alone', async () => {
    await ingest(first);
    const outcome = await ingest(csv('a1,Contoso,150,Brazil', 'a2,Fabrikam,12,Brazil', 'a3,Adatum,5,Chile'));
    expect(outcome).toMatchObject({ read: 3, accepted: 2, rejected: 0, unchanged: 1 });
    expect(await accounts()).toEqual([
      ['a1', 'Contoso', 150],
      ['a2', 'Fabrikam', 12],
      ['a3', 'Adatum', 5],
    ]);
  });

  test('a row that goes back to what it was is a change as well', async () => {
    await ingest(csv('a1,Contoso,140,Brazil'));
    await ingest(csv('a1,Contoso,150,Brazil'));
    const back = await ingest(csv('a1,Contoso,140,Brazil', 'a9,New,1,'));
    expect(back).toMatchObject({ accepted: 2, unchanged: 0 });
    expect((await accounts())[0]).toEqual(['a1', 'Contoso', 140]);
  });

  test('a row that stands twice counts once; with other values the first stands and the later is rejected', async () => {
    const outcome = await ingest(
      csv('a1,Contoso,140,Brazil', 'a1,Contoso,140,Brazil', 'a1,Contoso,99,Brazil'),
    );
    expect(outcome).toMatchObject({ read: 3, accepted: 1, rejected: 1, unchanged: 1 });
    expect(await accounts()).toEqual([['a1', 'Contoso', 140]]);
    expect(await rejects(outcome.load)).toMatchObject([
      { line: 4, column: 'account_id', reason: 'stands on an earlier line with other values', value: 'a1' },
    ]);
  });

  test('a row that stands since an earlier file, and again with other values, is no different', async () => {
    await ingest(csv('a1,Contoso,140,Brazil'));
    const outcome = await ingest(csv('a1,Contoso,140,Brazil', 'a1,Contoso,99,Brazil'));
    expect(outcome).toMatchObject({ read: 2, accepted: 0, rejected: 1, unchanged: 1 });
    expect(await rejects(outcome.load)).toMatchObject([{ line: 3, value: 'a1' }]);
    expect(await accounts()).toEqual([['a1', 'Contoso', 140]]);
  });

  test('another mapping of the same file is another load', async () => {
    const text = 'Code,Name\nA1,Contoso\n';
    const mapping = (constant: string) => ({
      feed: 'accounts',
      columns: { account_id: 'Code', name: 'Name', country: { constant } },
    });
    await ingest(text, { mapping: mapping('Brazil') });
    expect(await ingest(text, { mapping: mapping('Chile') })).toMatchObject({ accepted: 1, unchanged: 0 });
    expect(await rows('accounts', 'account_id, country')).toEqual([['A1', 'Chile']]);
  });
});

describe('a dry run', () => {
  const text = csv('a1,Contoso,140,Brazil', 'bad id,X,1,');

  test('counts as the load would, and keeps nothing', async () => {
    const dry = await ingest(text, { dryRun: true });
    expect(dry).toMatchObject({ read: 2, accepted: 1, rejected: 1, unchanged: 0 });
    expect(await listLoads(platform.host)).toEqual([]);
    expect(await rejects(dry.load)).toEqual([]);
    expect(await count(`SELECT count() AS n FROM feed_accounts WHERE load_seq = ${dry.load}`)).toBe(0);
    expect(await ingest(text)).toMatchObject({ read: 2, accepted: 1, rejected: 1, unchanged: 0 });
  });

  test('of a file that is loaded already leaves the load in place', async () => {
    await ingest(text);
    expect(await ingest(text, { dryRun: true })).toMatchObject({ accepted: 0, unchanged: 1 });
    expect(await accounts()).toEqual([['a1', 'Contoso', 140]]);
  });
});

describe('runs that cross', () => {
  const many = csv(...Array.from({ length: 3000 }, (_, n) => `a${n},Account ${n},${n % 7},Brazil`));

  test('of one file end as one load, and each is told the truth', async () => {
    const path = await write(many);
    const outcomes = await Promise.all([1, 2, 3].map(() => ingestPath(path)));
    expect(outcomes.map(({ accepted }) => accepted).sort()).toEqual([0, 0, 2571]);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ read: 3000, rejected: 429, load: outcomes[0]!.load });
    expect(await accounts()).toHaveLength(2571);
    expect(await count(`SELECT count() AS n FROM feed_accounts WHERE load_seq = ${outcomes[0]!.load}`)).toBe(
      2571,
    );
    expect(await rejects(outcomes[0]!.load)).toHaveLength(429);
  });

  test('of one file, one of them dry, leave the file loaded', async () => {
    const path = await write(many);
    const outcomes = await Promise.all([true, false, true].map((dryRun) => ingestPath(path, { dryRun })));
    for (const { read, rejected } of outcomes) expect([read, rejected]).toEqual([3000, 429]);
    expect(await accounts()).toHaveLength(2571);
    expect(await listLoads(platform.host)).toHaveLength(1);
  });

  test('of two files of a feed keep both', async () => {
    await Promise.all([ingest(csv('a1,Contoso,140,Brazil')), ingest(csv('a2,Fabrikam,12,Brazil'))]);
    expect(await accounts()).toEqual([
      ['a1', 'Contoso', 140],
      ['a2', 'Fabrikam', 12],
    ]);
  });

  test('and one that was killed is simply run again', async () => {
    const path = await write(csv('a1,Contoso,140,Brazil'));
    const { sha256 } = await openFeedFile(path);
    const row = await beginLoad(platform.host, { feed: 'accounts', sha256, mappingSha256: '' }, 'x.csv');
    await jobs.command({ sql: `CREATE TABLE staging_accounts_${row.seq} (c0 String) ENGINE = Log` });
    expect(await accounts()).toEqual([]);
    expect(await ingestPath(path)).toMatchObject({ load: row.seq, accepted: 1 });
    expect(await accounts()).toEqual([['a1', 'Contoso', 140]]);
  });

  test('leave no table behind', async () => {
    const left =
      "SELECT count() AS n FROM system.tables WHERE database = currentDatabase() AND name LIKE '%ing_accounts_%'";
    expect(await count(left)).toBe(0);
  });
});
