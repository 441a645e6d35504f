import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { evaluatePart } from '../evaluate/evaluate-part';
import type { Column } from './table';

const path = fileURLToPath(new URL('../../../../../shared/data/online_shoppers.csv.gz', import.meta.url));
const isThere = existsSync(path);
if (!isThere) process.stderr.write('notice: ../shared/data is absent, real sessions are not learnt from\n');

const CATEGORIES = ['Month', 'OperatingSystems', 'Browser', 'Region', 'TrafficType', 'VisitorType'];

test.skipIf(!isThere)('real web sessions: AUC of fold 0 is .925 or more', { timeout: 60_000 }, () => {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
  const [headers, ...rows] = lines.map((line) => line.split(','));
  const texts = (name: string) => rows.map((row) => row[headers!.indexOf(name)]!);
  const columns = headers!
    .filter((name) => !['Revenue', 'fold'].includes(name))
    .map((name): Column => {
      if (!CATEGORIES.includes(name))
        return { kind: 'number', name, values: Float64Array.from(texts(name), Number) };
      const levels = [...new Set(texts(name))];
      const codes = Int32Array.from(texts(name), (text) => levels.indexOf(text));
      return { kind: 'category', name, codes, levels };
    });
  const labels = Uint8Array.from(texts('Revenue'), Number);
  const inFold0 = texts('fold').map((fold) => fold === '0');
  const rowsOf = (isTest: boolean) =>
    Uint32Array.from(inFold0.flatMap((each, row) => (each === isTest ? [row] : [])));
  const part = { name: 'fold 0', train: rowsOf(false), test: rowsOf(true) };
  const { metrics } = evaluatePart({ columns, labels }, part, { seed: 1, bags: 4, now: () => 0 });
  expect(metrics.auc).toBeGreaterThanOrEqual(0.925);
  expect(metrics.log_loss).toBeLessThan(0.24);
});
