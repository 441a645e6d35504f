import { Readable } from 'node:stream';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { freshWarehouse } from '../testing';
import { bytesOf, stockClient } from './stock';

const address = inject('warehouse');
const database = await freshWarehouse(address, { migrated: false });
const client = stockClient(address, 'export', { database: database.name });
const jobs = stockClient(address, 'jobs', { database: database.name });
afterAll(async () => {
  await Promise.all([client.close(), jobs.close()]);
  await database.drop();
});

async function read(query: string): Promise<Buffer> {
  const { stream } = await client.exec({ query });
  return bytesOf(stream);
}

const lines = (bytes: Buffer) => bytes.toString('utf8').split('\n').slice(0, -1);
const MANY = 300_000;

describe('a header stands once, however many blocks the result has', () => {
  const columns = `number AS id, concat('n', toString(number)) AS "a ""quoted"" name" FROM numbers(${MANY})`;
  const headers: [format: string, header: string[]][] = [
    ['CSVWithNames', ['"id","a ""quoted"" name"']],
    ['TSVWithNames', ['id\ta "quoted" name']],
    ['TabSeparatedWithNames', ['id\ta "quoted" name']],
    ['CSVWithNamesAndTypes', ['"id","a ""quoted"" name"', '"UInt64","String"']],
    ['TSVWithNamesAndTypes', ['id\ta "quoted" name', 'UInt64\tString']],
  ];

  test.each(headers)('%s', async (format, header) => {
    const found = lines(await read(`SELECT ${columns} FORMAT ${format}`));
    expect(found.slice(0, header.length)).toEqual(header);
    expect(found).toHaveLength(MANY + header.length);
    expect(found.filter((line) => header.includes(line))).toEqual(header);
    expect(found.at(-1)).toMatch(new RegExp(`^${MANY - 1}[,\t]`));
  });

  test.each(headers)('%s of no rows at all', async (format, header) => {
    expect(lines(await read(`SELECT ${columns.replace(String(MANY), '0')} FORMAT ${format}`))).toEqual(
      header,
    );
  });

  test('a name with a line break', async () => {
    const found = await read(`SELECT number AS "two\nlines" FROM numbers(${MANY}) FORMAT CSVWithNames`);
    expect(found.toString('utf8').split('"two\nlines"')).toHaveLength(2);
    expect(lines(found)).toHaveLength(MANY + 2);
  });

  test('with SETTINGS behind the format', async () => {
    const sql = `SELECT number FROM numbers(${MANY}) FORMAT CSVWithNames SETTINGS max_block_size = 1000`;
    const { stream } = await jobs.exec({ query: sql });
    expect(lines(await bytesOf(stream)).filter((line) => line === '"number"')).toHaveLength(1);
  });
});

test('CSV quotes what needs quoting', async () => {
  const found = await read(
    `SELECT 'a,b' AS a, 'say "hi"' AS b, 'two\\nlines' AS c, NULL AS d, 1.5 AS e FORMAT CSV`,
  );
  expect(found.toString('utf8')).toBe('"a,b","say ""hi""","two\nlines",\\N,1.5\n');
});

test('TSV escapes what would break a row', async () => {
  const found = await read(
    `SELECT 'a\\tb' AS a, 'two\\nlines' AS b, 'back\\\\slash' AS c, NULL AS d FORMAT TSV`,
  );
  expect(found.toString('utf8')).toBe('a\\tb\ttwo\\nlines\tback\\\\slash\t\\N\n');
});

test('JSONEachRow over many blocks has every row once', async () => {
  const result = await client.query({
    query: `SELECT number AS n, repeat('x', 20) AS s FROM numbers(${MANY})`,
    format: 'JSONEachRow',
    clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
  });
  let [rows, sum] = [0, 0];
  for await (const batch of result.stream<{ n: number }>()) {
    for (const row of batch) {
      rows += 1;
      sum += row.json().n;
    }
  }
  expect({ rows, sum }).toEqual({ rows: MANY, sum: (MANY * (MANY - 1)) / 2 });
});

test('JSON is one document with meta, data and rows', async () => {
  const result = await client.query({
    query: "SELECT number AS n, 'é' AS s FROM numbers(200000)",
    format: 'JSON',
  });
  const found = await result.json();
  expect(found.meta).toEqual([
    { name: 'n', type: 'UInt64' },
    { name: 's', type: 'String' },
  ]);
  expect(found.rows).toBe(200_000);
  expect(found.data).toHaveLength(200_000);
});

test('JSONCompactEachRow has one array a row', async () => {
  const found = await read("SELECT number, 'x' FROM numbers(3) FORMAT JSONCompactEachRow");
  expect(lines(found).map((line) => JSON.parse(line))).toEqual([
    [expect.anything(), 'x'],
    [expect.anything(), 'x'],
    [expect.anything(), 'x'],
  ]);
});

test('RowBinary over many blocks is the rows and nothing else', async () => {
  const found = await read(`SELECT number, toUInt8(7) FROM numbers(${MANY}) FORMAT RowBinary`);
  expect(found).toHaveLength(MANY * 9);
  expect(found.readBigUInt64LE((MANY - 1) * 9)).toBe(BigInt(MANY - 1));
});

test('Native and Parquet can be read back as they were', async () => {
  const source = `SELECT number AS n, concat('é', toString(number)) AS s, if(number % 3 = 0, NULL, number) AS o, [number, 1] AS a FROM numbers(100000)`;
  const hash = async (from: string) => {
    const { data } = await (
      await client.query({ query: `SELECT count() AS c, sum(cityHash64(n, s, o, a)) AS h FROM (${from})` })
    ).json();
    return data;
  };
  await jobs.command({
    query: 'CREATE TABLE back (n UInt64, s String, o Nullable(UInt64), a Array(UInt64)) ENGINE = Memory',
  });
  for (const format of ['Parquet', 'Native'] as const) {
    const bytes = await read(`${source} FORMAT ${format}`);
    if (format === 'Parquet') {
      expect(bytes.subarray(0, 4).toString()).toBe('PAR1');
      expect(bytes.subarray(-4).toString()).toBe('PAR1');
    }
    await jobs.command({ query: 'TRUNCATE TABLE back' });
    const inserted = await jobs.exec({
      query: `INSERT INTO back FORMAT ${format}`,
      values: Readable.from([bytes]),
    });
    await bytesOf(inserted.stream);
    expect(await hash('SELECT * FROM back')).toEqual(await hash(source));
  }
});

test('an unknown format is refused with code 73', async () => {
  await expect(read('SELECT 1 FORMAT Nonsense')).rejects.toMatchObject({ code: '73' });
  await expect(read('SELECT 1 FORMAT constructor')).rejects.toMatchObject({ code: '73' });
});

test.runIf(address.ours)('a document too large for memory is refused, never cut', async () => {
  const fails = (query: string, settings = {}) =>
    client.exec({ query, clickhouse_settings: settings }).then(
      () => 'no failure',
      (cause: { code: string }) => cause.code,
    );
  const wide = "SELECT concat(repeat('x', 1000), toString(number)) AS s FROM numbers(100000) FORMAT JSON";
  expect(await fails(wide)).toBe('396');
  expect(await fails(wide, { max_result_bytes: '0', result_overflow_mode: 'break' })).toBe('396');
  expect(await fails("SELECT repeat('x', 100000) AS s FROM numbers(20000) FORMAT JSON")).toBe('241');
});

test('statements about tables answer in every format', async () => {
  await jobs.command({ query: 'CREATE TABLE shown (n UInt8) ENGINE = Memory' });
  expect(lines(await read("SHOW TABLES LIKE 'shown' FORMAT TSV"))).toEqual(['shown']);
  expect(lines(await read('EXISTS TABLE shown FORMAT CSVWithNames'))).toEqual(['"result"', '1']);
  const described = await client.query({ query: 'DESCRIBE TABLE shown', format: 'JSONEachRow' });
  expect(await described.json()).toEqual([expect.objectContaining({ name: 'n', type: 'UInt8' })]);
  expect((await read('SHOW CREATE TABLE shown FORMAT TSVRaw')).toString()).toMatch(/^CREATE TABLE/);
  expect(lines(await read('EXPLAIN SYNTAX SELECT 1 FORMAT TSV'))).toContain('SELECT 1');
});
