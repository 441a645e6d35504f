import { describe, expect, test } from 'vitest';
import { readStatement, type Statement } from './statement';

const read = (sql: string) => readStatement(sql, { readonly: false });
const none = { format: null, inlineData: '' };

describe('a statement is read as what it is', () => {
  const cases: [text: string, expected: Statement][] = [
    ['SELECT 1', { ...none, kind: 'read', sql: 'SELECT 1' }],
    ['select 1;', { ...none, kind: 'read', sql: 'select 1' }],
    ['/* x */ SELECT 1 -- y', { ...none, kind: 'read', sql: '/* x */ SELECT 1' }],
    ['(SELECT 1) UNION ALL SELECT 2', { ...none, kind: 'read', sql: '(SELECT 1) UNION ALL SELECT 2' }],
    ['WITH 1 AS x SELECT x', { ...none, kind: 'read', sql: 'WITH 1 AS x SELECT x' }],
    ["SELECT 'a;b'", { ...none, kind: 'read', sql: "SELECT 'a;b'" }],
    ['SELECT "a""b";', { ...none, kind: 'read', sql: 'SELECT "a""b"' }],
    ['SELECT 1 FORMAT CSV', { ...none, kind: 'read', sql: 'SELECT 1', format: 'CSV' }],
    ['SELECT 1\nformat\nJSONEachRow ; ', { ...none, kind: 'read', sql: 'SELECT 1', format: 'JSONEachRow' }],
    ['SELECT 1 AS format', { ...none, kind: 'read', sql: 'SELECT 1 AS format' }],
    ['SELECT format FROM t', { ...none, kind: 'read', sql: 'SELECT format FROM t' }],
    ['SELECT (SELECT 1 format x)', { ...none, kind: 'read', sql: 'SELECT (SELECT 1 format x)' }],
    [
      'SELECT 1 FORMAT CSV SETTINGS max_threads = 1',
      { ...none, kind: 'read', sql: 'SELECT 1 SETTINGS max_threads = 1', format: 'CSV' },
    ],
    ['SHOW TABLES', { ...none, kind: 'show', sql: 'SHOW TABLES' }],
    ['EXPLAIN SELECT 1 FORMAT TSV', { ...none, kind: 'show', sql: 'EXPLAIN SELECT 1', format: 'TSV' }],
    ['DROP TABLE t', { ...none, kind: 'write', sql: 'DROP TABLE t' }],
    ['INSERT INTO t SELECT 1', { ...none, kind: 'write', sql: 'INSERT INTO t SELECT 1' }],
    [
      'INSERT INTO t (a) WITH 1 AS x SELECT x',
      { ...none, kind: 'write', sql: 'INSERT INTO t (a) WITH 1 AS x SELECT x' },
    ],
    [
      'WITH 1 AS x INSERT INTO t SELECT x',
      { ...none, kind: 'write', sql: 'WITH 1 AS x INSERT INTO t SELECT x' },
    ],
    [
      'INSERT INTO t FORMAT CSV',
      { kind: 'insert-data', sql: 'INSERT INTO t', format: 'CSV', inlineData: '' },
    ],
    [
      'INSERT INTO t (a, `b`) FORMAT CSV\n1,2\n',
      { kind: 'insert-data', sql: 'INSERT INTO t (a, `b`)', format: 'CSV', inlineData: '1,2\n' },
    ],
    [
      "INSERT INTO t VALUES (1, 'x;y'); ",
      { kind: 'insert-data', sql: 'INSERT INTO t', format: 'Values', inlineData: "(1, 'x;y'); " },
    ],
    [
      'INSERT INTO t FORMAT JSONEachRow {"a":"$$ // ‘ file(\'x\') INTO OUTFILE"}',
      {
        kind: 'insert-data',
        sql: 'INSERT INTO t',
        format: 'JSONEachRow',
        inlineData: '{"a":"$$ // ‘ file(\'x\') INTO OUTFILE"}',
      },
    ],
  ];
  test.each(cases)('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a statement is refused', () => {
  const cases: [text: string, code: number][] = [
    ['', 62],
    [' ; -- nothing', 62],
    ['SELECT 1; SELECT 2', 62],
    ['DROP TABLE a; DROP TABLE b', 62],
    ['SYSTEM SHUTDOWN', 62],
    ['SET a = 1', 62],
    ['USE x', 62],
    ['nonsense', 62],
    ['(DROP TABLE t)', 62],
    ['INSERT INTO t', 62],
    ["SELECT file('x')", 497],
    ["INSERT INTO FUNCTION file('x', 'CSV') FORMAT CSV", 497],
    ["INSERT INTO t SELECT * FROM url('x')", 497],
    ["INSERT INTO t FROM INFILE 'x' FORMAT CSV", 497],
    ["CREATE DICTIONARY d (a UInt8) PRIMARY KEY a SOURCE(FILE(path 'x'))", 497],
    ["CREATE DICTIONARY d (a UInt8) PRIMARY KEY a SOURCE(HTTP(URL 'http://x'))", 497],
    ["CREATE DICTIONARY d (a UInt8) PRIMARY KEY a SOURCE(CLICKHOUSE(TABLE 't' HOST 'x'))", 497],
    ["SELECT 1 INTO OUTFILE 'x'", 497],
    ['SELECT $$x$$', 62],
    ['SELECT ‘x’', 62],
    ['SELECT 1 // 2', 62],
    ['SELECT `a\\x41`', 62],
  ];
  test.each(cases)('%j: %i', (text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code }));
  });

  test('with a code that the stock client understands', () => {
    expect(() => read('nonsense')).toThrow(/^Code: 62\. DB::Exception: .*\([A-Z_]+\)$/);
  });
});

test('a writer may have columns called file, a reader may not even name it', () => {
  const sql = 'SELECT file FROM t WHERE x = {file:String}';
  expect(read(sql).kind).toBe('read');
  expect(() => readStatement(sql, { readonly: true })).toThrow(expect.objectContaining({ code: 497 }));
});

test('a reader who writes is refused before any data is taken', () => {
  for (const sql of [
    'INSERT INTO t FORMAT CSV',
    'INSERT INTO t SELECT 1',
    'DROP TABLE t',
    'KILL QUERY WHERE 1',
  ])
    expect(() => readStatement(sql, { readonly: true })).toThrow(expect.objectContaining({ code: 164 }));
});
