import { describe, expect, test } from 'vitest';
import { STATEMENT_BYTES_MAX, sessionStatements } from './session-settings';
import { PROFILES } from './users';

type Asked = { query?: string; user?: keyof typeof PROFILES; singleShot?: boolean; database?: string };

function statements({
  query = '',
  user = 'portal',
  singleShot = false,
  database = 'ascent',
}: Asked): string[] {
  const profile = PROFILES[user];
  return sessionStatements({ database, tag: 'rq-1', profile, query: new URLSearchParams(query), singleShot });
}

describe('a session', () => {
  test('of a reader ends with the statement that closes it', () => {
    expect(statements({ query: 'join_use_nulls=1&param_a=x' }).at(-1)).toMatch(/, readonly = 1$/);
    expect(statements({ user: 'export' }).at(-1)).toMatch(/, readonly = 1$/);
    expect(statements({ user: 'jobs' }).join()).not.toContain('readonly');
  });

  test.each([
    ['', 30],
    ['max_execution_time=5', 5],
    ['max_execution_time=31', 30],
    ['max_execution_time=0', 30],
    ['max_execution_time=-1', 1],
    ['max_execution_time=soon', 30],
  ])('always has a limit of time: %j', (query, seconds) => {
    expect(statements({ query }).at(-1)).toContain(`, max_execution_time = ${seconds}`);
  });

  test.each([
    ['1000000', 1_000_000],
    ['99999999999', STATEMENT_BYTES_MAX],
    ['0', 1],
    ['-5', 1],
    ['long', 1],
  ])('takes statements as long as its sender says, within what is served: %s', (asked, bytes) => {
    expect(statements({ query: `max_query_size=${asked}` }).at(-1)).toContain(`, max_query_size = ${bytes}`);
  });

  test('takes the settings of the list and no others', () => {
    const query = 'join_use_nulls=1&readonly=0&max_threads=64&allow_ddl=1&log_comment=x&query_id=1';
    const found = statements({ query }).join('\n');
    expect(found).toContain("join_use_nulls = '1'");
    expect(found).not.toMatch(/readonly = '|max_threads = '|allow_ddl|log_comment = 'x'|query_id/);
  });

  test('has values that stay inside of their quotes', () => {
    const query = new URLSearchParams({ param_p: "x'; DROP TABLE t; --\\", format_csv_delimiter: "'" });
    const found = statements({ query: String(query) }).join();
    expect(found).toContain("param_p = 'x\\'; DROP TABLE t; --\\\\'");
    expect(found).toContain("format_csv_delimiter = '\\''");
  });

  test('takes no parameter whose name is not one', () => {
    expect(statements({ query: 'param_a%20%3D%201%2C%20readonly=0&param_=x' }).join()).not.toMatch(/param_/);
  });

  test('has a database that stays inside of its quotes', () => {
    expect(statements({ database: 'a`b\\' })[0]).toBe('USE `a\\`b\\\\`');
  });

  test.each([
    ['', 67_108_864],
    ['max_result_bytes=1000', 1000],
    ['max_result_bytes=0', 67_108_864],
    ['max_result_bytes=999999999999&result_overflow_mode=break', 67_108_864],
  ])('whose result stands in memory has a cap that no setting raises: %j', (query, bytes) => {
    // Of two values in one statement the last one holds.
    const found = statements({ query, singleShot: true }).at(-1)!;
    const cap = found.indexOf(`max_result_bytes = ${bytes}, result_overflow_mode = 'throw'`);
    expect(cap).toBeGreaterThan(found.indexOf("= 'break'"));
    expect(cap).toBeGreaterThan(found.indexOf("max_result_bytes = '"));
  });
});
