import { afterAll, describe, expect, inject, test } from 'vitest';
import { stockClient } from './stock';

const client = stockClient(inject('warehouse'), 'portal');
afterAll(() => client.close());

async function roundTrip(type: string, value: unknown): Promise<unknown> {
  const result = await client.query({
    query: `SELECT {p:${type}} AS v`,
    query_params: { p: value },
    format: 'JSONEachRow',
    clickhouse_settings: { output_format_json_quote_64bit_integers: 1 },
  });
  return (await result.json<{ v: unknown }>())[0]!.v;
}

const INJECTION = "x'; DROP TABLE y; -- {p:String} \\' /*";
const UNCHANGED: [type: string, value: unknown][] = [
  ['String', ''],
  ['String', 'plain'],
  ['String', 'tab\there'],
  ['String', 'line\nbreak\r\nand another'],
  ['String', 'back\\slash \\n \\t \\\\ \\N'],
  ['String', `'single' "double" \`back\``],
  ['String', 'grüße 日本語 👩‍👩‍👧‍👦 \u{1F600}'],
  ['String', 'NUL\0inside\0'],
  ['String', '\\N'],
  ['String', 'NULL'],
  ['String', INJECTION],
  ['String', '% & + = ? # / ; :'],
  ['Nullable(String)', null],
  ['Nullable(String)', ''],
  ['Nullable(Int32)', null],
  ['Nullable(Int32)', -7],
  ['Bool', true],
  ['Float64', -1.5e300],
  ['Float64', 0.1],
  ['Int8', -128],
  ['Int64', '-9223372036854775808'],
  ['UInt64', '18446744073709551615'],
  ['UInt256', '115792089237316195423570985008687907853269984665640564039457584007913129639935'],
  ['Date', '2026-02-28'],
  ['UUID', '61f0c404-5cb3-11e7-907b-a6006ad3dba0'],
  ['IPv6', '2001:db8::1'],
  ["Enum8('a' = 1, 'it''s' = 2)", "it's"],
  ['LowCardinality(String)', 'low\tcard'],
  ['FixedString(4)', 'a\\b\t'],
  ['Array(String)', []],
  [
    'Array(String)',
    ['plain', "it's", '"q"', 'back\\slash', 'tab\t', 'line\n', '', 'a,b', ']', '👍', INJECTION],
  ],
  ['Array(Nullable(String))', ['a', null, '\\N', 'NULL']],
  ['Array(Array(Int32))', [[1, 2], [], [3]]],
  ['Array(Array(String))', [["it's"], ['a\\', "]'"]]],
  ['Array(UInt8)', [0, 255]],
];

describe('a parameter arrives as it was given', () => {
  test.each(UNCHANGED)('%s: %j', async (type, value) => {
    expect(await roundTrip(type, value)).toEqual(value);
  });

  const otherwise: [type: string, value: unknown, expected: unknown][] = [
    ['DateTime64(3)', new Date('2026-01-31T12:34:56.789Z'), '2026-01-31 12:34:56.789'],
    ["DateTime64(6, 'UTC')", '2026-01-31 12:34:56.123456', '2026-01-31 12:34:56.123456'],
    ['DateTime', new Date('2026-01-31T12:34:56Z'), '2026-01-31 12:34:56'],
    ['Decimal(18, 4)', '-12345.6789', -12345.6789],
    ['Map(String, UInt8)', { "it's": 1, 'tab\t': 2 }, { "it's": 1, 'tab\t': 2 }],
    ['Map(String, Array(String))', { a: ["'", '\\'] }, { a: ["'", '\\'] }],
  ];
  test.each(otherwise)('%s: %j', async (type, value, expected) => {
    expect(await roundTrip(type, value)).toEqual(expected);
  });

  test('a tuple keeps its members', async () => {
    const { TupleParam } = await import('@clickhouse/client');
    const tuple = new TupleParam([1, "it's\t\\", ['x', "y'"]]);
    expect(await roundTrip('Tuple(UInt8, String, Array(String))', tuple)).toEqual([
      1,
      "it's\t\\",
      ['x', "y'"],
    ]);
  });
});

test('a parameter of 200 kB arrives whole', async () => {
  const value = "it's\t".repeat(40_000);
  expect((await roundTrip('String', value)) === value).toBe(true);
});

test('many parameters of one statement do not touch one another', async () => {
  const query_params = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`p${i}`, `v'${i}\\\t`]));
  const columns = Object.keys(query_params).map((name) => `{${name}:String} AS ${name}`);
  const result = await client.query({
    query: `SELECT ${columns.join(', ')}`,
    query_params,
    format: 'JSONEachRow',
  });
  expect(await result.json()).toEqual([query_params]);
});

test('a parameter that is not of its type is refused with its code', async () => {
  await expect(roundTrip('UInt8', 'seven')).rejects.toMatchObject({ code: expect.stringMatching(/^\d+$/) });
});

test('a parameter that is not given is refused with code 456', async () => {
  await expect(client.query({ query: 'SELECT {missing:String}' })).rejects.toMatchObject({ code: '456' });
});

test('parameters hold in writes too', async () => {
  const jobs = stockClient(inject('warehouse'), 'jobs');
  const table = `params_${Date.now().toString(36)}`;
  await jobs.command({ query: `CREATE TABLE ${table} (s String) ENGINE = Memory` });
  await jobs.command({
    query: `INSERT INTO ${table} SELECT {s:String}`,
    query_params: { s: INJECTION },
  });
  const result = await jobs.query({
    query: `SELECT s FROM ${table} WHERE s = {s:String}`,
    query_params: { s: INJECTION },
    format: 'JSONEachRow',
  });
  expect(await result.json()).toEqual([{ s: INJECTION }]);
  await jobs.command({ query: `DROP TABLE ${table}` });
  await jobs.close();
});
