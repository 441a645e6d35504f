import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '@ascent/db';
import { describe, expect, test } from 'vitest';
import { recently, rememberReleases } from './recently';

function asked() {
  const found = { times: 0, read: async () => ++found.times };
  return found;
}

describe('what was read of releases', () => {
  test('is asked for each time where nobody said that it may stand', async () => {
    const db = {} as Db;
    const { read } = asked();
    expect([await recently(db, 'shown', read), await recently(db, 'shown', read)]).toEqual([1, 2]);
  });

  test('stands for its time and no longer, by what was asked', async () => {
    const db = {} as Db;
    rememberReleases(db, 60);
    const { read } = asked();
    const first = await Promise.all([recently(db, 'shown', read), recently(db, 'shown', read)]);
    expect(first).toEqual([1, 1]);
    expect(await recently(db, 'other', read)).toBe(2);
    await pause(80);
    expect(await recently(db, 'shown', read)).toBe(3);
  });

  test('is asked again after it failed, or was not there', async () => {
    const db = {} as Db;
    rememberReleases(db, 60_000);
    await expect(recently(db, 'shown', () => Promise.reject(new Error('no store')))).rejects.toThrow(
      'no store',
    );
    expect(await recently(db, 'shown', async () => null)).toBeNull();
    expect(await recently(db, 'shown', async () => 'there')).toBe('there');
  });
});
