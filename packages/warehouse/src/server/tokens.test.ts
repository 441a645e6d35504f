import { describe, expect, test } from 'vitest';
import { tokens } from './tokens';

const texts = (sql: string) => tokens(sql).map(({ kind, text }) => `${kind}:${text}`);

describe('the tokens of a statement', () => {
  const cases: [sql: string, expected: string[]][] = [
    ['', []],
    [' \n\t ', []],
    ['SELECT a_1', ['word:SELECT', 'word:a_1']],
    ['a.b,1', ['word:a', 'sign:.', 'word:b', 'sign:,', 'word:1']],
    ["'it''s' x", ["string:it''s", 'word:x']],
    ["'a\\'b' x", ["string:a\\'b", 'word:x']],
    ["'\\\\' x", ['string:\\\\', 'word:x']],
    ['"q" `b``c`', ['quoted:q', 'quoted:b``c']],
    ["''", ['string:']],
    ['a -- b\nc', ['word:a', 'word:c']],
    ["a --' \nc", ['word:a', 'word:c']],
    ['a # b\nc', ['word:a', 'word:c']],
    ['a #!b\nc', ['word:a', 'word:c']],
    ['a #b', ['word:a', 'sign:#', 'word:b']],
    ['a/*b*/c', ['word:a', 'word:c']],
    ['a/* /* */c*/', ['word:a', 'word:c', 'sign:*', 'sign:/']],
    ["'-- no' /* ' */ x", ['string:-- no', 'word:x']],
    ['a - b / c', ['word:a', 'sign:-', 'word:b', 'sign:/', 'word:c']],
    ['a -- to the end', ['word:a']],
    ['a /* to the end', ['word:a']],
    ['{p:String}', ['sign:{', 'word:p', 'sign::', 'word:String', 'sign:}']],
    ['$$x$$', ['word:$$x$$']],
    ['f\u200b(', ['word:f', 'sign:\u200b', 'sign:(']],
  ];
  test.each(cases)('%j', (sql, expected) => {
    expect(texts(sql)).toEqual(expected);
  });

  test('stand where they say', () => {
    const sql = "SELECT 'a''b' , `c` -- d\n, \"e\"";
    expect(tokens(sql).map(({ at, end }) => sql.slice(at, end))).toEqual([
      'SELECT',
      "'a''b'",
      ',',
      '`c`',
      ',',
      '"e"',
    ]);
  });

  test('of a quote that is not closed run to the end', () => {
    const sql = "SELECT 'abc";
    expect(tokens(sql).at(-1)).toMatchObject({ kind: 'string', end: sql.length });
  });

  test('of a megabyte of data take no time', () => {
    const started = performance.now();
    tokens("(1,'abc''def'),".repeat(100_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
