import { expect, test } from 'vitest';
import { PLANTED, plantedTable } from '../testing/planted-table';
import { drawBags } from './bags';
import { binTable } from './bin-rows';
import { findFeature } from './bins';
import { startLogistic } from './start-logistic';
import { startMains } from './start-mains';

const { table } = plantedTable(6000, 31);
const binned = binTable(
  table.columns.map((each) => findFeature(each)),
  table.columns,
  table.labels,
);
const [bag] = drawBags(6000, { bags: 1, seed: 4 }) as [ReturnType<typeof drawBags>[number]];

test.each([
  ['logistic', startLogistic],
  ['boosted mains', startMains],
] as const)(
  'the %s start finds the planted slope and category, and no effect of a pair alone',
  (_, start) => {
    const { tables } = start(binned, bag);
    const slope = tables[PLANTED.slope]!;
    expect(slope[58]! - slope[6]!).toBeGreaterThan(1.2);
    const { levels } = binned.features[PLANTED.city]!.bins as { levels: string[] };
    const city = (name: string) => tables[PLANTED.city]![levels.indexOf(name) + 1]!;
    expect(city('Lisbon') - city('Porto')).toBeGreaterThan(0.9);
    expect(city('Lisbon') - city('Braga')).toBeGreaterThan(0.3);
    const pair = tables[PLANTED.pairA]!;
    expect(Math.abs(pair[58]! - pair[6]!)).toBeLessThan(0.3);
  },
);
