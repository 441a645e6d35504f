import { gzipSync } from 'node:zlib';
import { tables } from '@ascent/db';
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import { feedFiles, freshPlatform } from '../testing';
import { listLoads } from './load-log';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { ingest, rejects, remove, rows } = await feedFiles(stores);
afterAll(async () => {
  await stores.drop();
  await remove();
});
afterEach(() => stores.owner.delete(tables.load));

const HEADER = 'account_id,name,employees';
const csv = (...lines: string[]) => `${[HEADER, ...lines].join('\n')}\n`;
const accounts = () => rows('accounts', 'account_id, name, employees');
const TWO = [
  ['a1', 'Contoso', 140],
  ['a2', 'Fabrikam', 12],
];
const plain = csv('a1,Contoso,140', 'a2,Fabrikam,12');

describe('the same rows come in from', () => {
  test.each<[string, string | Buffer, string]>([
    ['a plain file', plain, 'a.csv'],
    ['a file whose last line does not end', plain.trimEnd(), 'b.csv'],
    ['a gzipped file', gzipSync(plain), 'c.csv.gz'],
    ['a gzipped file that shouts', gzipSync(plain), 'D.CSV.GZ'],
    ['a file with a byte order mark', `\ufeff${plain}`, 'e.csv'],
    ['a gzipped file with a byte order mark', gzipSync(`\ufeff${plain}`), 'f.csv.gz'],
    ['a file with Windows line ends', plain.replaceAll('\n', '\r\n'), 'g.csv'],
    ['both, as spreadsheets write', `\ufeff${plain.replaceAll('\n', '\r\n')}`, 'h.csv'],
    [
      'a file that quotes everything',
      '"account_id","name","employees"\n"a1","Contoso","140"\n"a2","Fabrikam","12"\n',
      'i.csv',
    ],
    ['a file with blanks around its headers', plain.replaceAll(',', ' , '), 'j.csv'],
    ['a file with blank lines', `${HEADER}\n\na1,Contoso,140\n\n\na2,Fabrikam,12\n\n`, 'k.csv'],
    [
      'a file with blank lines and Windows line ends',
      `${HEADER}\r\n\r\na1,Contoso,140\r\na2,Fabrikam,12\r\n`,
      'l.csv',
    ],
  ])('%s', async (_what, content, name) => {
    expect(await ingest(content, { name })).toMatchObject({ read: 2, accepted: 2, rejected: 0 });
    expect(await accounts()).toEqual(TWO);
  });
});

describe('the line of a bad row is the one an editor shows', () => {
  const linesOf = async (content: string | Buffer, name?: string) => {
    const { load } = await ingest(content, { name });
    return (await rejects(load)).map(({ line, column }) => [line, column]);
  };
  const bad = 'bad id,X,1';

  test.each<[string, string, number[]]>([
    ['first and last', csv(bad, 'a1,Contoso,140', bad.replace('bad', 'worse')), [2, 4]],
    ['after a quoted line break', csv('a1,"Con\ntoso",1', bad), [4]],
    ['with a line break in itself', csv('a1,Contoso,1', 'bad id,"X\nY\nZ",1', bad), [3, 6]],
    ['after quoted Windows line ends', csv('a1,"Con\r\ntoso",1', bad).replaceAll(/(?<!\r)\n/g, '\r\n'), [4]],
    ['after quotes in quotes', csv('a1,"Con ""t"" \n""so",1', bad), [4]],
    ['without a line break at the end', csv('a1,Contoso,1', bad).trimEnd(), [3]],
  ])('%s', async (_what, content, lines) => {
    expect(await linesOf(content)).toEqual(lines.map((line) => [line, 'account_id']));
  });

  test('deep in a long file too, zipped or not', async () => {
    const long = Array.from({ length: 30_000 }, (_, n) => `a${n},"Account\n${n}",1`);
    long[20_000] = bad;
    long[29_999] = bad.replace('bad', 'worse');
    const expected = [
      [40_002, 'account_id'],
      [59_999, 'account_id'],
    ];
    expect(await linesOf(gzipSync(csv(...long)), 'long.csv.gz')).toEqual(expected);
  });
});

describe('a row of the wrong shape is lost alone', () => {
  test.each<[string, string, string, [number, string, string][]]>([
    [
      'too short and too long',
      csv('a1,Contoso,140', 'a3,Short', 'a2,Fabrikam,12', 'a4,Long,1,2,3'),
      'a,b.csv',
      [
        [3, 'has 2 cells where the header has 3', 'a3,Short'],
        [5, 'has 5 cells where the header has 3', 'a4,Long,1,2,3'],
      ],
    ],
    [
      'behind quoted line breaks and blank lines',
      csv('a1,Contoso,140', '', '"a3","Sh\n\nort"', '', 'a2,Fabrikam,12', 'a4'),
      'blank.csv',
      [
        [4, 'has 2 cells where the header has 3', 'a3,Sh\n\nort'],
        [9, 'has 1 cells where the header has 3', 'a4'],
      ],
    ],
    [
      'with Windows line ends',
      csv('a1,Contoso,140', 'a3', 'a2,Fabrikam,12').replaceAll('\n', '\r\n'),
      'windows.csv',
      [[3, 'has 1 cells where the header has 3', 'a3']],
    ],
  ])('%s', async (_what, content, name, expected) => {
    const outcome = await ingest(content, { name });
    expect(outcome).toMatchObject({ read: 2 + expected.length, accepted: 2, rejected: expected.length });
    expect(await accounts()).toEqual(TWO);
    const found = await rejects(outcome.load);
    expect(found.map(({ line, reason, value }) => [line, reason, value])).toEqual(expected);
    expect(new Set(found.map((reject) => reject.column))).toEqual(new Set(['']));
  });

  test('beside rows that are bad in a cell, each with its own line', async () => {
    const { load } = await ingest(csv('a1,"Con\ntoso",140', 'bad id,X,1', 'a3', 'worse id,X,1'));
    const found = await rejects(load);
    expect(found.map(({ line, column }) => [line, column])).toEqual([
      [4, 'account_id'],
      [5, ''],
      [6, 'account_id'],
    ]);
  });

  test('and a quote that is never closed costs the rows behind it, not those before', async () => {
    const outcome = await ingest(csv('a1,Contoso,140', 'a2,Fabrikam,12', 'a3,"Open,1', 'a4,After,1'));
    expect(outcome).toMatchObject({ accepted: 2, rejected: 1 });
    expect(await accounts()).toEqual(TWO);
    const [reject] = await rejects(outcome.load);
    expect(reject).toMatchObject({ line: 4, reason: expect.stringContaining('cannot be read from here on') });
  });
});

describe('a file that brings nothing new is a load of nothing:', () => {
  test.each<[string, string]>([
    ['a header', `${HEADER}\n`],
    ['a header without a line end', HEADER],
    ['a header and blank lines', `${HEADER}\n\n\n`],
  ])('%s', async (_what, content) => {
    expect(await ingest(content)).toMatchObject({ read: 0, accepted: 0, rejected: 0, unchanged: 0 });
    expect(await accounts()).toEqual([]);
  });

  test('rows that all stand already', async () => {
    await ingest(plain);
    const outcome = await ingest(csv('a1,Contoso,140'));
    expect(outcome).toMatchObject({ read: 1, accepted: 0, rejected: 0, unchanged: 1 });
    expect(await accounts()).toEqual(TWO);
  });

  test('rows that are all bad', async () => {
    expect(await ingest(csv('a 1,Contoso,1'))).toMatchObject({ read: 1, accepted: 0, rejected: 1 });
    expect(await accounts()).toEqual([]);
  });
});

describe('a file is refused with one clear line, and nothing of it is kept', () => {
  const latin1 = Buffer.from('account_id,nome_da_região\na1,São Paulo\n', 'latin1');
  test.each<[string, string | Buffer, string, RegExp]>([
    ['empty', '', 'empty.csv', /empty\.csv: the file is empty$/],
    ['zipped and empty', gzipSync(''), 'empty.csv.gz', /empty\.csv\.gz: the file is empty$/],
    [
      'a header with a column twice',
      'account_id,name,name\na1,A,B\n',
      'twice.csv',
      /^[^:]*twice\.csv: line 1: the column "name" stands twice$/,
    ],
    [
      'without a column that is needed',
      'account_id,employees\na1,5\n',
      'lacks.csv',
      /^lacks\.csv: line 1: no column for name; the file has account_id, employees$/,
    ],
    ['in other letters', 'Account_ID,Name\na1,A\n', 'case.csv', /no column for account_id, name/],
    [
      'with another separator',
      'account_id;name\na1;A\n',
      'semicolons.csv',
      /no column for account_id, name; the file has account_id;name/,
    ],
    [
      'in UTF-16',
      Buffer.from(`\ufeff${plain}`, 'utf16le'),
      'utf16.csv',
      /^[^:]*utf16\.csv: line 1: the file is not UTF-8$/,
    ],
    ['with a header in Latin-1', latin1, 'latin.csv', /line 1: the file is not UTF-8$/],
    [
      'with a header whose quote is never closed',
      '"account_id,name\na1,A\n',
      'quote.csv',
      /^[^:]*quote\.csv: line 1: a quote is not closed$/,
    ],
    ['that is no archive', plain, 'plain.csv.gz', /plain\.csv\.gz: cannot be read/],
    [
      'that is half an archive',
      gzipSync(plain.repeat(9)).subarray(0, 40),
      'half.csv.gz',
      /half\.csv\.gz: cannot be read: unexpected end of file$/,
    ],
    ['of another kind', plain, 'sheet.xlsx', /sheet\.xlsx: a feed file ends in \.csv or \.csv\.gz$/],
  ])('%s', async (_what, content, name, message) => {
    await expect(ingest(content, { name })).rejects.toMatchObject({
      name: 'ServiceError',
      code: 'invalid',
      message: expect.stringMatching(message),
    });
    expect(await listLoads(stores.platform.host)).toEqual([]);
    expect(await accounts()).toEqual([]);
  });

  test.each<[string, object, RegExp]>([
    [
      'a column that the file has not',
      { feed: 'accounts', columns: { account_id: 'Code', name: 'name' } },
      /columns\.account_id: the file has no column "Code"/,
    ],
    [
      'a column that the feed has not',
      { feed: 'accounts', columns: { account_id: 'account_id', name: 'name', size: 'employees' } },
      /columns\.size: the feed accounts has no such column/,
    ],
    ['another feed', { feed: 'partners', columns: {} }, /the mapping is for the feed partners, not accounts/],
    ['no feed', { feed: 'account', columns: {} }, /^the mapping: feed: /],
    [
      'nothing for a column that is needed',
      { feed: 'accounts', columns: { account_id: 'account_id' } },
      /no column for name/,
    ],
  ])('a mapping with %s', async (_what, mapping, message) => {
    await expect(ingest(plain, { mapping })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(message),
    });
    expect(await listLoads(stores.platform.host)).toEqual([]);
  });
});

test('a cell that is not UTF-8 costs its row only', async () => {
  const content = Buffer.concat([
    Buffer.from(csv('a1,Contoso,140')),
    Buffer.from('a3,São Paulo,1\n', 'latin1'),
    Buffer.from('a2,Fabrikam,12\n'),
  ]);
  const outcome = await ingest(content);
  expect(outcome).toMatchObject({ read: 3, accepted: 2, rejected: 1 });
  expect(await accounts()).toEqual(TWO);
  expect(await rejects(outcome.load)).toMatchObject([{ line: 3, reason: 'is not readable text' }]);
});
