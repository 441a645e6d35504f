import type { FactBins } from '@ascent/schemas';
import { describe, expect, test } from 'vitest';
import { seeded } from '../testing/seeded';
import type { TrainingRows } from '../train/training-rows';
import { meaningDrift, twoSided } from './meaning-drift';

const BINS = 8;
const MONTHS = 12;
const FACTS = ['pull', 'shadow', 'steady', 'idle'];
const edges = Array.from({ length: BINS - 1 }, (_, i) => 2 ** i);
const coarse = Array.from({ length: BINS + 1 }, (_, i) => i);
const features = FACTS.map((fact): FactBins => ({ fact, bins: { kind: 'number', edges }, coarse }));

/** What pull tells in a month, and the log-odds of the month itself. */
type Planted = {
  accounts: number;
  seed: number;
  pull: (month: number) => number;
  rate?: (month: number) => number;
};

/** `shadow` follows pull, `steady` always tells the same, some of everything is missing. */
function planted({ accounts, seed, pull, rate = () => -3 }: Planted): TrainingRows {
  const { next, below } = seeded(seed);
  const total = accounts * MONTHS;
  const rows = {
    features,
    fine: features.map(() => new Uint8Array(total)),
    labels: new Uint8Array(total),
    cutOff: Uint8Array.from({ length: total }, (_, row) => Math.floor(row / accounts)),
    account: Uint32Array.from(
      { length: total },
      (_, row) => Math.imul(1 + (row % accounts), 0x9e3779b1) >>> 0,
    ),
    cutOffDays: Array.from({ length: MONTHS }, (_, month) => 30 * month),
    labelDays: 31,
  };
  for (let row = 0; row < total; row++) {
    const month = rows.cutOff[row]!;
    const bins = [1 + below(BINS), 0, 1 + below(BINS), 1 + below(BINS)];
    bins[1] = next() < 0.6 ? bins[0]! : 1 + below(BINS);
    const logit = rate(month) + 0.3 * pull(month) * (bins[0]! - 4.5) + 0.3 * (bins[2]! - 4.5);
    rows.labels[row] = next() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
    for (let f = 0; f < FACTS.length; f++) rows.fine[f]![row] = next() < 0.05 ? 0 : bins[f]!;
  }
  return rows;
}
const judged = (...products: TrainingRows[]) =>
  meaningDrift(products.map((rows, at) => ({ product: `p${at}`, rows })));
const alarms = (...products: TrainingRows[]) => judged(...products).filter(({ alarm }) => alarm);
const zOf = (...products: TrainingRows[]) => judged(...products).find(({ fact }) => fact === 'pull')!.z;
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed + 1);

describe('facts that tell what they told', () => {
  test('raise no alarm, and stray as chance does', () => {
    const z = SEEDS.flatMap((seed) => {
      const found = meaningDrift([{ product: 'a', rows: planted({ accounts: 900, seed, pull: () => 1 }) }]);
      expect(found.filter(({ alarm }) => alarm)).toEqual([]);
      return found.map((each) => each.z);
    });
    // The larger of two looks strays a little further than one.
    const spread = Math.sqrt(z.reduce((sum, each) => sum + each * each, 0) / z.length);
    expect(spread).toBeGreaterThan(0.8);
    expect(spread).toBeLessThan(1.6);
  });

  test('raise no alarm where only the season moves', () => {
    const rate = (month: number) => (month % 6 === 5 ? -1.8 : -3.2);
    for (const seed of SEEDS.slice(0, 4))
      expect(alarms(planted({ accounts: 900, seed, pull: () => 1, rate }))).toEqual([]);
  });
});

describe('a fact that tells something else', () => {
  test.each([
    ['nothing any more for half a year', 6, 0, -1],
    ['nothing any more for a quarter', 3, 0, -1],
    ['the opposite for half a year', 6, -1, -1],
    ['twice as much for half a year', 6, 2, 1],
  ])('%s is alarmed alone, although another follows it', (_, months, then, sign) => {
    const [found, ...others] = alarms(
      planted({ accounts: 1500, seed: 21, pull: (month) => (month >= MONTHS - months ? then : 1) }),
    );
    expect(found).toMatchObject({ fact: 'pull', products: ['p0'], span: months });
    expect(Math.sign(found!.z)).toBe(sign);
    expect(others).toEqual([]);
  });

  test('a little in every product is clearer in all of them together than in any', () => {
    const rows = [31, 32, 33, 34, 35].map((seed) =>
      planted({ accounts: 700, seed, pull: (month) => (month >= 6 ? 0.5 : 1) }),
    );
    const alone = rows.map((each) => zOf(each));
    expect(zOf(...rows)).toBeLessThan(Math.min(...alone));
    expect(alarms(...rows)).toMatchObject([{ fact: 'pull', products: ['p0', 'p1', 'p2', 'p3', 'p4'] }]);
  });
});

test('too few purchases or months say nothing', () => {
  const rows = planted({ accounts: 900, seed: 1, pull: () => 1 });
  expect(meaningDrift([{ product: 'a', rows: { ...rows, labels: rows.labels.map(() => 0) } }])).toEqual([]);
  const short = { ...rows, cutOffDays: rows.cutOffDays.slice(0, 3) };
  expect(meaningDrift([{ product: 'a', rows: short }])).toEqual([]);
});

test.each([
  [0, 1],
  [1.959964, 0.05],
  [2.575829, 0.01],
  [4, 6.334248e-5],
  [-6, 1.973175e-9],
])('a deviation of %f has the chance %f', (z, chance) => {
  expect(twoSided(z) / chance).toBeCloseTo(1, 5);
});
