import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readTable } from './read-table';

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ascent-tables-'));
  await writeFile(
    at('leads.csv'),
    'visits,town,won,day\n1,"Porto, old",true,2026-03-01\n2.5,,false,2026-03-02\n,Faro,true,\n',
  );
  const columns = [
    { name: 'visits', data: [1, 2.5, null], type: 'DOUBLE' as const },
    { name: 'town', data: ['Porto, old', null, 'Faro'], type: 'STRING' as const },
    { name: 'won', data: [true, false, true], type: 'BOOLEAN' as const },
    { name: 'day', data: [new Date('2026-03-01'), new Date('2026-03-02'), null], type: 'TIMESTAMP' as const },
  ];
  for (const codec of ['UNCOMPRESSED', 'SNAPPY'] as const)
    await writeFile(
      at(`leads-${codec}.parquet`),
      Buffer.from(parquetWriteBuffer({ columnData: columns, codec })),
    );
  const none = columns.map((column) => ({ ...column, data: [] }));
  await writeFile(at('none.parquet'), Buffer.from(parquetWriteBuffer({ columnData: none })));
  await writeXlsxFile(
    [
      ['visits', 'town', 'won', 'day'].map((value) => ({ value })),
      [
        { value: 1 },
        { value: 'Porto, old' },
        { value: true },
        { value: new Date('2026-03-01'), format: 'yyyy-mm-dd' },
      ],
      [{ value: 2.5 }, null, { value: false }, { value: new Date('2026-03-02'), format: 'yyyy-mm-dd' }],
      [null, { value: 'Faro' }, { value: true }, null],
      [null, null, null, null],
    ],
    {},
  ).toFile(at('leads.xlsx'));
  await writeXlsxFile(
    [
      [{ value: 'a' }, { value: 'a' }],
      [{ value: 1 }, { value: 2 }],
    ],
    {},
  ).toFile(at('twice.xlsx'));
  await writeXlsxFile(
    [
      [{ value: 'a' }, null, { value: 'c' }],
      [{ value: 1 }, { value: 2 }, { value: 3 }],
    ],
    {},
  ).toFile(at('unnamed.xlsx'));
  await writeFile(at('bent.parquet'), 'no parquet at all');
  await writeFile(at('bent.xlsx'), 'no workbook at all');
  await writeFile(at('notes.txt'), 'hello');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(['leads-UNCOMPRESSED.parquet', 'leads-SNAPPY.parquet', 'leads.xlsx'])(
  '%s is the table that a CSV of the same rows is',
  async (name) => {
    const { path: _, ...same } = await readTable(at('leads.csv'));
    expect(await readTable(at(name))).toEqual({ ...same, path: at(name) });
  },
);

test('a file without rows still has its columns', async () => {
  expect(await readTable(at('none.parquet'))).toMatchObject({
    headers: ['visits', 'town', 'won', 'day'],
    rows: 0,
  });
});

describe('what cannot be read names the file and why', () => {
  test.each([
    ['notes.txt', 'only .csv, .csv.gz, .parquet and .xlsx can be read'],
    ['absent.parquet', 'there is no such file'],
    ['bent.parquet', ''],
    ['bent.xlsx', ''],
    ['twice.xlsx', 'column "a" is there twice'],
    ['unnamed.xlsx', 'column 2 has no name'],
  ])('%s', async (name, why) => {
    await expect(readTable(at(name))).rejects.toMatchObject({
      name: 'ServiceError',
      message: expect.stringContaining(`${name}: ${why}`),
    });
  });
});
