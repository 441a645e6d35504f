import { type FittedEbm, findFeature, fineTable, fitBinned } from '@ascent/scoring';
import { seeded } from '@ascent/scoring/testing';
import { describe, expect, test } from 'vitest';
import { openPool } from './pool';
import { sharing } from './shared-table';
import { trainOnThreads } from './train-on-threads';

const options = { seed: 3, pairsMax: 2, bags: 3 };
const table = tableOf(1200, 5);

function tableOf(rows: number, seed: number) {
  const { normal, next } = seeded(seed);
  const columns = ['a', 'b', 'c'].map((name) => ({
    kind: 'number' as const,
    name,
    values: Float64Array.from({ length: rows }, normal),
  }));
  const labels = Uint8Array.from(columns[0]!.values, (a, row) =>
    next() < 1 / (1 + Math.exp(-a * Math.sign(columns[1]!.values[row]!))) ? 1 : 0,
  );
  const accounts = Array.from({ length: rows }, (_, row) => row >> 1);
  return fineTable(columns.map(findFeature), { columns, labels, accounts });
}

describe('the model is the same bit for bit', () => {
  const alone = fitBinned(table, options);

  test.each([1, 2, 3])('for one model on %i threads', async (threads) => {
    const [fitted] = await trainOnThreads([{ table, options }], { threads });
    expect(fitted).toEqual(alone);
    expect(fitted!.model.terms.length).toBeGreaterThan(1);
  });

  test('for several models, told as each is done, given in their order', async () => {
    const other = { ...table, labels: tableOf(1200, 6).labels };
    const jobs = [
      { table, options },
      { table: other, options },
      { table, options: { ...options, seed: 4 } },
    ];
    const done: [number, FittedEbm][] = [];
    const models = await trainOnThreads(jobs, {
      threads: 2,
      onDone: (job, fitted) => done.push([job, fitted]),
    });
    expect(models[0]).toEqual(alone);
    expect(models).toEqual(jobs.map((job) => fitBinned(job.table, job.options)));
    expect(done.map(([job]) => job).sort()).toEqual([0, 1, 2]);
    for (const [job, fitted] of done) expect(fitted).toBe(models[job]);
  });
});

describe('what goes wrong is told, never waited for', () => {
  test('a table that cannot be learnt from, with its own message', async () => {
    const bent = { table: { ...table, labels: new Uint8Array(1200).fill(7) }, options };
    await expect(trainOnThreads([{ table, options }, bent], { threads: 2 })).rejects.toThrow(
      'the label of row 0 is 7',
    );
  });

  const program = (text: string) => new URL(`data:text/javascript,${encodeURIComponent(text)}`);
  test.each([
    ['that leaves', 'setTimeout(() => process.exit(7), 200)', 'a training thread died with code 7'],
    [
      'that throws',
      'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { throw new Error("out of paper") })',
      'a training thread died: out of paper',
    ],
  ])('a thread %s fails what is asked and all that waits, then and later', async (_, text, message) => {
    const pool = openPool(1, program(text));
    const asked = [1, 2].map(() => pool.ask({ kind: 'model', table, options }));
    for (const each of await Promise.allSettled(asked))
      expect(each).toMatchObject({ status: 'rejected', reason: { message } });
    await expect(pool.ask({ kind: 'model', table, options })).rejects.toThrow(message);
    await pool.close();
  });
});

test('tables that have arrays in common have them in common in shared memory', () => {
  const shared = sharing();
  const [a, b] = [shared(table), shared({ ...table, labels: table.labels.slice() })];
  expect(a.fine[1]!.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(b.fine[1]).toBe(a.fine[1]);
  expect(b.labels).not.toBe(a.labels);
  expect([...a.fine[1]!]).toEqual([...table.fine[1]!]);
});
