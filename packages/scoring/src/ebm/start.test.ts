import { expect, test } from 'vitest';
import { plantedBag } from '../testing/planted-bag';
import { PLANTED, plantedTable } from '../testing/planted-table';
import { logisticMains } from './start-logistic';
import { startMains } from './start-mains';

const { table } = plantedTable(6000, 31);
const bag = plantedBag(table);

test.each([
  ['logistic', logisticMains],
  ['boosted mains', startMains],
] as const)(
  'the %s start finds the planted slope and category, and no effect of a pair alone',
  (_, start) => {
    const { tables } = start(bag);
    const slope = tables[PLANTED.slope]!;
    expect(slope[58]! - slope[6]!).toBeGreaterThan(1.2);
    const { levels } = bag.features[PLANTED.city]!.bins as { levels: string[] };
    const city = (name: string) => tables[PLANTED.city]![levels.indexOf(name) + 1]!;
    expect(city('Lisbon') - city('Porto')).toBeGreaterThan(0.9);
    expect(city('Lisbon') - city('Braga')).toBeGreaterThan(0.3);
    const pair = tables[PLANTED.pairA]!;
    expect(Math.abs(pair[58]! - pair[6]!)).toBeLessThan(0.3);
  },
);
