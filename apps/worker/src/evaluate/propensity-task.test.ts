import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verb } from '../cli/verb';
import { evaluatePropensity } from '../verbs/evaluate-propensity';
import { propensityTask, type TaskOptions } from './propensity-task';
import { readCsv, type TextTable } from './read-csv';

const text = (headers: string[], rows: string[][]): TextTable => ({
  path: 'leads.csv',
  headers,
  columns: headers.map((_, at) => rows.map((row) => row[at]!)),
  rows: rows.length,
});
const leads = text(
  ['visits', 'code', 'note', 'won', 'fold', 'split'],
  [
    ['1', '10', '', 'yes', '0', 'train'],
    ['2.5e1', '20', 'a', 'no', '1', 'train'],
    ['', '10', 'b', 'no', '0', 'test'],
    ['-.5', '', 'a', 'yes', '1', 'test'],
  ],
);
const options: TaskOptions = {
  target: 'won',
  by: { kind: 'fold', column: 'fold' },
  drop: [],
  categorical: ['code'],
};

describe('a task', () => {
  test('has numbers where all values are, categories elsewhere and where told, and neither target nor parting columns', () => {
    const { table, positive } = propensityTask(leads, options);
    expect(table.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['visits', 'number'],
      ['code', 'category'],
      ['note', 'category'],
    ]);
    expect(table.columns[0]).toMatchObject({ values: Float64Array.of(1, 25, Number.NaN, -0.5) });
    expect(table.columns[1]).toMatchObject({ levels: ['10', '20'], codes: Int32Array.of(0, 1, 0, -1) });
    expect([positive, ...table.labels]).toEqual(['yes', 1, 0, 0, 1]);
  });

  test('parts the rows by every fold, or by train and test', () => {
    const parts = (by: TaskOptions['by']) =>
      propensityTask(leads, { ...options, by }).parts.map(({ train, test }) => [[...train], [...test]]);
    expect(parts({ kind: 'fold', column: 'fold' })).toEqual([
      [
        [1, 3],
        [0, 2],
      ],
      [
        [0, 2],
        [1, 3],
      ],
    ]);
    expect(parts({ kind: 'split', column: 'split' })).toEqual([
      [
        [0, 1],
        [2, 3],
      ],
    ]);
  });

  test.each<[string, Partial<TaskOptions>]>([
    [
      'leads.csv: there is no column "bought"; there are visits, code, note, won, fold, split',
      { target: 'bought' },
    ],
    ['leads.csv: there is no column "x"', { drop: ['x'] }],
    ['leads.csv: there is no column "y"', { categorical: ['y'] }],
    ['target "visits" is empty in row 3', { target: 'visits' }],
    ['"won" cannot be the target and the fold', { by: { kind: 'fold', column: 'won' } }],
    ['split "fold" leaves 0 rows to learn from and 0 to test on', { by: { kind: 'split', column: 'fold' } }],
    ['no column is left to learn from', { drop: ['visits', 'code', 'note'] }],
    ['there is no column "firm"', { account: 'firm' }],
    ['time "note" is neither a number nor a date in row 1: ""', { time: 'note' }],
  ])('says what is amiss: %s', (message, change) => {
    expect(() => propensityTask(leads, { ...options, ...change })).toThrow(message);
  });

  test('knows whose rows belong together and when they were, and learns from neither', () => {
    const dated = text(
      ['x', 'firm', 'day', 'won', 'fold'],
      [
        ['1', 'B', '2026-03-01', '1', '0'],
        ['2', 'A', '2026-02-28', '0', '1'],
        ['3', 'B', '2026-03-02', '1', '0'],
        ['4', '', '2026-03-02', '0', '1'],
      ],
    );
    const { table } = propensityTask(dated, {
      ...options,
      categorical: [],
      account: 'firm',
      time: 'day',
    });
    expect(table.columns.map(({ name }) => name)).toEqual(['x']);
    const [a, b, c, d] = Array.from(table.accounts!);
    expect(a).toBe(c);
    expect(new Set([a, b, d]).size).toBe(3);
    const times = Array.from(table.times!);
    expect([...times].sort((m, n) => m - n)).toEqual([times[1], times[0], times[2], times[3]]);
    expect(times[2]).toBe(times[3]);
  });

  test('wants a target of two values', () => {
    const three = text(
      ['x', 'y', 'fold'],
      [
        ['1', 'a', '0'],
        ['2', 'b', '1'],
        ['3', 'c', '0'],
      ],
    );
    expect(() => propensityTask(three, { ...options, target: 'y', categorical: [] })).toThrow(
      'target "y" must be 0 or 1 or have two values; it has 3: a, b, c',
    );
  });
});

describe('the verb on a file', () => {
  let folder: string;
  const run = (given: Record<string, string | boolean>) =>
    (evaluatePropensity as Verb & { stores: false }).run({ positionals: [], options: given }, () => {});

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ascent-evaluate-'));
    const rows = Array.from({ length: 900 }, (_, i) => {
      const visits = (i * 37) % 100;
      const won = (i * 61) % 100 < visits ? 1 : 0;
      const split = i < 600 ? 'train' : 'test';
      const season = ((i * 7) % 40) + (i < 600 ? 0 : 40);
      return `${visits},"${i % 3 ? 'Porto, old' : 'Faro'}",${won},${i % 3},${split},${season},${won ? i : ''},firm ${i % 300}`;
    });
    const csv = `visits,town,won,fold,split,season,paid,firm\n${rows.join('\n')}\n`;
    await writeFile(join(folder, 'leads.csv'), csv);
    await writeFile(join(folder, 'leads.csv.gz'), gzipSync(csv));
    await writeFile(join(folder, 'bent.csv'), 'a,b\n1,2\n3\n');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('gives the same figures for a packed file, and all that are promised', async () => {
    const given = { target: 'won', fold: 'fold', drop: 'season,paid,firm' };
    const plain = await run({ ...given, csv: join(folder, 'leads.csv') });
    const packed = await run({ ...given, csv: join(folder, 'leads.csv.gz') });
    expect(Object.keys(plain)).toEqual(
      expect.arrayContaining([
        'auc',
        'pr_auc',
        'log_loss',
        'brier',
        'ece',
        'lift10',
        'train_s',
        'predict_rows_s',
      ]),
    );
    expect(plain.auc).toBeGreaterThan(0.75);
    expect(packed.log_loss).toBe(plain.log_loss);
  });

  test('warns of what was filled in after the outcome', async () => {
    const given = { csv: join(folder, 'leads.csv'), target: 'won', fold: 'fold', triples: '0' };
    const { warnings, auc } = await run({ ...given, drop: 'season,firm' });
    expect(warnings).toMatchObject([{ column: 'paid', kind: 'missing' }]);
    expect(auc).toBeGreaterThan(0.99);
    expect((await run({ ...given, drop: 'season,paid,firm' })).warnings).toEqual([]);
  });

  test('says what drifted between train and test, and nothing of what did not', async () => {
    const given = { csv: join(folder, 'leads.csv'), target: 'won', split: 'split', triples: '0' };
    const { drift } = await run({ ...given, drop: 'paid,firm' });
    expect((drift as { name: string }[]).map(({ name }) => name)).toContain('season');
    expect((await run({ ...given, drop: 'season,paid,firm' })).drift).toEqual([]);
  });

  test('keeps accounts together, and tells what trees without explanations reach', async () => {
    const given = {
      csv: join(folder, 'leads.csv'),
      target: 'won',
      fold: 'fold',
      triples: '0',
      drop: 'season,paid',
    };
    const { features, yardstick, log_loss } = await run({ ...given, account: 'firm', yardstick: true });
    expect(features).toBe(2);
    const trees = yardstick as { auc: number; log_loss: number };
    expect(trees.auc).toBeGreaterThan(0.7);
    expect(Math.abs(trees.log_loss - (log_loss as number))).toBeLessThan(0.1);
  });

  test('names the place of what it cannot read', async () => {
    await expect(readCsv(join(folder, 'none.csv'))).rejects.toThrow('none.csv: there is no such file');
    await expect(readCsv(join(folder, 'leads.xlsx'))).rejects.toThrow('only .csv and .csv.gz can be read');
    await expect(readCsv(join(folder, 'bent.csv'))).rejects.toThrow(/bent\.csv: .*line 3/);
  });

  test('wants one way of parting the rows', async () => {
    const given = { csv: join(folder, 'leads.csv'), target: 'won' };
    await expect(run(given)).rejects.toThrow('--fold');
    await expect(run({ ...given, fold: 'fold', split: 'fold' })).rejects.toThrow('--fold');
  });
});
