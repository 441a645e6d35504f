import { describe, expect, test } from 'vitest';
import { plantedRows } from '../testing';
import { isJury, splitByTime, splitJury } from './split-by-time';

const rows = plantedRows({ accounts: 1000, seed: 3 });
const accountsOf = (which: Uint32Array) => new Set(Array.from(which, (row) => rows.account[row]!));

describe('what teaches and what judges', () => {
  test('are apart in time: no purchase that taught was made after the judged cut-off', () => {
    const { train, test: judged, how } = splitByTime(rows);
    expect(how).toBe('time');
    expect(new Set(Array.from(judged, (row) => rows.cutOff[row]))).toEqual(new Set([3]));
    expect(new Set(Array.from(train, (row) => rows.cutOff[row]))).toEqual(new Set([0, 1, 2]));
    for (const row of train) expect(rows.cutOffDays[rows.cutOff[row]!]! + 90).toBeLessThanOrEqual(250);
  });

  test('are apart in accounts where no horizon has ended', () => {
    const { train, test: judged, how } = splitByTime({ ...rows, labelDays: 200 });
    expect(how).toBe('accounts');
    expect(judged.length).toBeGreaterThan(100);
    const both = [...accountsOf(judged)].filter((account) => accountsOf(train).has(account));
    expect(both).toEqual([]);
  });

  test('are apart in accounts where nothing was sold before the ended cut-offs', () => {
    const labels = rows.labels.map((label, row) => (rows.cutOff[row]! < 3 ? 0 : label));
    expect(splitByTime({ ...rows, labels }).how).toBe('accounts');
  });
});

test('a tenth of the accounts never teaches, whatever the month', () => {
  const { teach, jury } = splitJury(rows);
  expect([...accountsOf(teach)].some(isJury)).toBe(false);
  expect([...accountsOf(splitByTime(rows).train)].some(isJury)).toBe(false);
  expect(jury.length).toBeGreaterThan(60);
  expect(jury.length).toBeLessThan(140);
});
