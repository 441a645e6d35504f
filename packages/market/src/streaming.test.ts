import { expect, it } from 'vitest';
import { marketRows } from './index';
import { sampleOptions } from './sample';

const MEGABYTE = 1_048_576;

it('twenty thousand accounts pass through without memory growing', () => {
  let rows = 0;
  let highest = 0;
  for (const { feed } of marketRows(sampleOptions(20_000))) {
    rows += 1;
    if (feed === 'accounts' && rows % 50 === 0) highest = Math.max(highest, process.memoryUsage().heapUsed);
  }
  expect(rows).toBeGreaterThan(300_000);
  expect(highest / MEGABYTE).toBeLessThan(200);
}, 60_000);

it('the first rows of ten million accounts come at once', () => {
  const rows = marketRows(sampleOptions(10_000_000));
  const before = performance.now();
  for (let taken = 0; taken < 5000; taken++) rows.next();
  expect(performance.now() - before).toBeLessThan(5000);
  rows.return();
});
