import { describe, expect, test } from 'vitest';
import type { EngineSession } from './engine';
import { readerSessions } from './reader-sessions';
import { PROFILES } from './users';

/** An engine that notes what its sessions are told. */
function noted() {
  const sessions: { told: string[]; closed: boolean }[] = [];
  const open = (): EngineSession => {
    const mine = { told: [] as string[], closed: false };
    sessions.push(mine);
    return {
      query: async (sql) => {
        mine.told.push(sql);
        if (sql.includes('refuse')) throw new Error('refused');
        return new Uint8Array();
      },
      stream: () => Promise.reject(new Error('nobody streams here')),
      close: () => {
        mine.closed = true;
      },
    };
  };
  return { sessions, readers: readerSessions({ open }) };
}

type Asked = { query?: string; user?: keyof typeof PROFILES; database?: string };
const plan = ({ query = '', user = 'portal', database = 'ascent' }: Asked) => ({
  ...{ database, profile: PROFILES[user], query: new URLSearchParams(query), singleShot: false },
});

describe('a session that was given back', () => {
  test('serves the next request of its kind, with that one’s parameters', async () => {
    const { sessions, readers } = noted();
    const first = (await readers.take(plan({ query: 'param_a=1&join_use_nulls=1' })))!;
    readers.giveBack(first);
    const second = await readers.take(plan({ query: 'param_a=2&join_use_nulls=1' }));
    expect(second).toBe(first);
    expect(sessions).toHaveLength(1);
    expect(sessions[0]!.told.at(-1)).toBe("SET param_a = '2'");
  });

  test.each<[string, Asked]>([
    ['names another parameter', { query: 'param_b=1' }],
    ['names one fewer', { query: '' }],
    ['names one more', { query: 'param_a=1&param_b=1' }],
    ['has another setting', { query: 'param_a=1&join_use_nulls=1' }],
    ['looks at another database', { query: 'param_a=1', database: 'other' }],
    ['comes from another user', { query: 'param_a=1', user: 'export' }],
  ])('is not for a request that %s', async (_, asked) => {
    const { readers } = noted();
    const first = (await readers.take(plan({ query: 'param_a=1' })))!;
    readers.giveBack(first);
    expect(await readers.take(plan(asked))).not.toBe(first);
  });

  test('is nobody else’s while somebody has it', async () => {
    const { readers } = noted();
    expect(await readers.take(plan({}))).not.toBe(await readers.take(plan({})));
  });

  test('is closed when too many are free, the longest unused first', async () => {
    const { sessions, readers } = noted();
    const all = [];
    for (let n = 0; n < 50; n++) all.push((await readers.take(plan({ query: `param_p${n}=1` })))!);
    for (const each of all) readers.giveBack(each);
    expect(sessions.map(({ closed }) => closed)).toEqual(sessions.map((_, at) => at < 2));
    readers.close();
    expect(sessions.every(({ closed }) => closed)).toBe(true);
  });
});

test('a request that writes, or brings parameters of many kilobytes, has a session of its own', async () => {
  const { readers } = noted();
  expect(await readers.take(plan({ user: 'jobs' }))).toBeNull();
  expect(await readers.take(plan({ query: `param_a=${'x'.repeat(70_000)}` }))).toBeNull();
});

test('a session that refuses its parameters is closed', async () => {
  const { sessions, readers } = noted();
  await expect(readers.take(plan({ query: 'param_a=refuse' }))).rejects.toThrow('refused');
  expect(sessions[0]!.closed).toBe(true);
});
