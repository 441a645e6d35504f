import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import type { UserName } from '../server';
import { freshWarehouse } from '../testing';
import { bytesOf, stockClient } from './stock';

const address = inject('warehouse');
if (!address.ours) console.info('a real server: what readers may do is a matter of its own users');
const database = await freshWarehouse(address, { migrated: false });
const folder = await mkdtemp(join(tmpdir(), 'ascent-reader-'));
const secret = join(folder, 'secret.txt');
const target = join(folder, 'written.txt');
await writeFile(secret, 'the secret');
const clients = Object.fromEntries(
  (['portal', 'export', 'jobs'] as const).map((user) => [
    user,
    stockClient(address, user, { database: database.name }),
  ]),
) as Record<UserName, ReturnType<typeof stockClient>>;
await database.jobs.command({ sql: 'CREATE TABLE t (file String, n UInt8) ENGINE = MergeTree ORDER BY n' });
await database.jobs.command({ sql: "INSERT INTO t VALUES ('a', 1)" });
afterAll(async () => {
  await Promise.all(Object.values(clients).map((client) => client.close()));
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

type Outcome = { code: string } | { text: string };

async function ask(user: UserName, query: string, query_params?: Record<string, unknown>): Promise<Outcome> {
  try {
    const { stream } = await clients[user].exec({ query, query_params });
    return { text: (await bytesOf(stream)).toString() };
  } catch (cause) {
    return { code: String((cause as { code?: string }).code) };
  }
}

const file = `file('${secret}')`;
const WRITES = [
  'INSERT INTO t SELECT 1, 2',
  "INSERT INTO t VALUES ('b', 2)",
  'WITH 1 AS x INSERT INTO t SELECT x, x',
  'CREATE TABLE u (n UInt8) ENGINE = Memory',
  'CREATE TEMPORARY TABLE u (n UInt8)',
  'CREATE DATABASE other',
  'CREATE VIEW v AS SELECT 1',
  'CREATE FUNCTION f AS (x) -> x',
  "CREATE USER other IDENTIFIED BY 'x'",
  'GRANT ALL ON *.* TO default',
  'ALTER TABLE t DELETE WHERE 1',
  'ALTER TABLE t UPDATE n = 2 WHERE 1',
  'DELETE FROM t WHERE 1',
  'TRUNCATE TABLE t',
  'DROP TABLE t',
  'DROP DATABASE ascent',
  'RENAME TABLE t TO u',
  'EXCHANGE TABLES t AND t',
  'DETACH TABLE t',
  'OPTIMIZE TABLE t',
  'KILL QUERY WHERE 1',
  'SYSTEM SHUTDOWN',
  'SYSTEM FLUSH LOGS',
  'SET readonly = 0',
  'USE default',
  'BACKUP DATABASE ascent TO Disk()',
];
const SEVERAL = [
  'SELECT 1; DROP TABLE t',
  'SELECT 1;; SELECT 2',
  'SELECT 1 FORMAT CSV; SELECT 2',
  "SELECT ';' ; SELECT 2",
  'EXPLAIN SELECT 1; DROP TABLE t',
  'SELECT 1 -- x\n; DROP TABLE t',
];
const REACHING = [
  `SELECT ${file}`,
  `SELECT File('${secret}')`,
  `SELECT file ('${secret}')`,
  `SELECT file/* */('${secret}')`,
  `SELECT file -- x\n('${secret}')`,
  `SELECT file #! x\n('${secret}')`,
  `SELECT \`file\`('${secret}')`,
  `SELECT "file"('${secret}')`,
  `SELECT \`fi\\x6ce\`('${secret}')`,
  `SELECT "fi\\154e"('${secret}')`,
  `SELECT “file”('${secret}')`,
  `SELECT file\u200b('${secret}')`,
  `SELECT file\u00a0('${secret}')`,
  `SELECT file\u2060('${secret}')`,
  `SELECT file\u0085('${secret}')`,
  `SELECT arrayMap(file, ['${secret}'])`,
  `SELECT arrayMap(x -> file(x), ['${secret}'])`,
  `SELECT arrayMap(\`file\`, ['${secret}'])`,
  `SELECT * APPLY(file) FROM (SELECT '${secret}' AS f)`,
  `SELECT * APPLY file FROM (SELECT '${secret}' AS f)`,
  `SELECT $$'$$, ${file}, $$'$$`,
  `SELECT $1$'$1$, ${file}`,
  `SELECT $a$'$a$, ${file}, $a$'$a$`,
  `SELECT ‘'’, ${file}, ‘'’`,
  `SELECT 1 // '\n, ${file} // '`,
  `SELECT 1 /* ' */, ${file} /* ' */`,
  `SELECT 1 -- '\n, ${file} -- '`,
  `SELECT '\\', ${file}, '`,
  `SELECT '''', ${file}, ''''`,
  `SELECT * FROM file('${secret}', 'LineAsString')`,
  `SELECT * FROM (SELECT * FROM file('${secret}', 'LineAsString'))`,
  `WITH x AS (SELECT ${file} AS y) SELECT * FROM x`,
  `EXPLAIN SELECT ${file}`,
  `DESCRIBE TABLE file('${secret}')`,
  `SELECT * FROM viewExplain('EXPLAIN', '', (SELECT ${file}))`,
  `SELECT * FROM eval('SELECT 1')`,
  `SELECT * FROM filesystem('${folder}')`,
  "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
  "SELECT * FROM s3('http://127.0.0.1:1/bucket/key', 'LineAsString')",
  "SELECT * FROM remote('127.0.0.1:9000', system.one)",
  "SELECT * FROM postgresql('127.0.0.1:5432', 'd', 't', 'u', 'p')",
  "SELECT * FROM executable('id', 'TSV', 's String')",
  `SELECT * FROM sqlite('${secret}', 't')`,
  `SELECT * FROM icebergLocal('${folder}')`,
  "SELECT * FROM merge('', '.*')",
  `SELECT 1 INTO OUTFILE '${target}'`,
  `SELECT 1 INTO/**/outfile '${target}' FORMAT CSV`,
  `SELECT catboostEvaluate('${secret}', 1)`,
];

describe.runIf(address.ours).each(['portal', 'export'] as const)('the user %s', (user) => {
  const refusals = [...WRITES, ...SEVERAL, ...REACHING];

  test.each(refusals)('is refused %j', async (query) => {
    expect(await ask(user, query)).toEqual({ code: expect.stringMatching(/^(62|164|497)$/) });
  });

  test('cannot give the name of a function as a parameter', async () => {
    const query = `SELECT arrayMap({f:Identifier}, ['${secret}'])`;
    expect(await ask(user, query, { f: 'file' })).toEqual({ code: '497' });
    const spaced = `SELECT arrayMap({f : /**/ identifier}, ['${secret}'])`;
    expect(await ask(user, spaced, { f: 'file' })).toEqual({ code: '497' });
  });

  test('cannot raise its own limits', async () => {
    const settings = { readonly: '0', max_threads: 64, allow_ddl: 1 as const, max_execution_time: 100_000 };
    const result = await clients[user].query({
      query: `SELECT name, value FROM system.settings WHERE name IN ('readonly', 'max_threads') ORDER BY name`,
      format: 'JSONEachRow',
      clickhouse_settings: settings,
    });
    expect(await result.json()).toEqual([
      { name: 'max_threads', value: '1' },
      { name: 'readonly', value: '1' },
    ]);
    expect(await ask(user, 'SELECT 1 SETTINGS readonly = 0')).toEqual({ code: '164' });
    expect(await ask(user, 'SELECT 1 SETTINGS max_threads = 64')).toEqual({ code: '164' });
  });

  test('is answered what only looks alike', async () => {
    const text = (query: string) => ask(user, `${query} FORMAT TSV`);
    expect(await text("SELECT 'file(', 'INTO OUTFILE', ';'")).toEqual({ text: 'file(\tINTO OUTFILE\t;\n' });
    expect(await text('SELECT 1 AS files, 2 AS profile')).toEqual({ text: '1\t2\n' });
    expect(await text('SELECT 1 /* file( */ -- ; DROP')).toEqual({ text: '1\n' });
    expect(await text("SELECT 'é', '“', '$$'")).toEqual({ text: 'é\t“\t$$\n' });
    expect(await text('(SELECT 1)')).toEqual({ text: '1\n' });
    expect(await ask(user, 'FROM t SELECT n;  ; -- end')).toEqual({ text: '1\n' });
  });

  test('a database whose name breaks out of its quotes is only unknown', async () => {
    for (const name of ['x`; DROP TABLE t; --', 'x\\', '`', "'"]) {
      const client = stockClient(address, user, { database: name });
      await expect(client.query({ query: 'SELECT 1' })).rejects.toMatchObject({ code: '81' });
      await client.close();
    }
  });
});

test('after all this nothing was written and nothing is gone', async () => {
  expect(existsSync(target)).toBe(false);
  expect(await ask('jobs', 'SELECT file, n FROM t FORMAT TSV')).toEqual({ text: 'a\t1\n' });
  expect(await ask('jobs', 'SHOW TABLES FORMAT TSV')).toEqual({ text: 't\n' });
});

test.runIf(address.ours)('jobs write, but reach no further than readers', async () => {
  for (const query of REACHING.filter((each) => !each.includes('arrayMap(') && !each.includes('APPLY')))
    expect(await ask('jobs', query), query).toEqual({ code: expect.stringMatching(/^(62|497)$/) });
  const engines = [
    `File(CSV, '${target}')`,
    "URL('http://127.0.0.1:1/', CSV)",
    "Executable('id', TSV)",
    "S3('http://127.0.0.1:1/b/k', CSV)",
    "PostgreSQL('127.0.0.1:5432', 'd', 't', 'u', 'p')",
    "Distributed('default', 'system', 'one')",
  ];
  for (const engine of engines) {
    const outcome = await ask('jobs', `CREATE TABLE reach (s String) ENGINE = ${engine}`);
    expect(outcome, engine).toEqual({ code: expect.stringMatching(/^(62|497)$/) });
  }
  expect(await ask('jobs', `INSERT INTO FUNCTION file('${target}', 'CSV') SELECT 1`)).toEqual({
    code: '497',
  });
  expect(await ask('jobs', `INSERT INTO t FROM INFILE '${secret}' FORMAT CSV`)).toEqual({ code: '497' });
  expect(await ask('jobs', 'SYSTEM SHUTDOWN')).toEqual({ code: '62' });
  expect(existsSync(target)).toBe(false);
});
