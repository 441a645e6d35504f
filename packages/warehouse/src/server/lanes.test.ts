import { expect, test } from 'vitest';
import { lane } from './lanes';

const here = () => new AbortController();

test('so many at once and no more, in the order in which they came', async () => {
  const road = lane({ wide: 2, queueMax: 10 });
  const order: number[] = [];
  let [now, most] = [0, 0];
  const drive = async (id: number) => {
    const leave = await road.enter(here().signal);
    order.push(id);
    most = Math.max(most, ++now);
    await new Promise((done) => setTimeout(done, 2));
    now -= 1;
    leave!();
  };
  await Promise.all(Array.from({ length: 12 }, (_, id) => drive(id)));
  expect(most).toBe(2);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(road.idle()).toBe(true);
});

test('a place is never given twice', async () => {
  const road = lane({ wide: 1, queueMax: 10 });
  const first = (await road.enter(here().signal))!;
  const second = road.enter(here().signal);
  first();
  const third = road.enter(here().signal);
  (await second)!();
  (await third)!();
  expect(road.idle()).toBe(true);
});

test('beyond the queue callers are told to come back', async () => {
  const road = lane({ wide: 1, queueMax: 1 });
  const leave = (await road.enter(here().signal))!;
  const waits = road.enter(here().signal);
  await expect(road.enter(here().signal)).rejects.toMatchObject({ code: 202, status: 503 });
  leave();
  (await waits)!();
});

test('who goes away while waiting gets nothing and holds nothing', async () => {
  const road = lane({ wide: 1, queueMax: 2 });
  const leave = (await road.enter(here().signal))!;
  const impatient = here();
  const left = road.enter(impatient.signal);
  const patient = road.enter(here().signal);
  impatient.abort();
  expect(await left).toBeNull();
  const another = road.enter(here().signal);
  leave();
  (await patient)!();
  (await another)!();
  expect(road.idle()).toBe(true);
});

test('who has gone before does not enter', async () => {
  const road = lane({ wide: 1, queueMax: 1 });
  expect(await road.enter(AbortSignal.abort())).toBeNull();
  expect(road.idle()).toBe(true);
});
