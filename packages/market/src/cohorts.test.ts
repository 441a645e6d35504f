import { type Cohort, defaultCatalogue } from '@ascent/schemas';
import { expect, it } from 'vitest';
import { lifeOf } from './rows/account-rows';
import type { Life } from './sales/life';
import { DEVICES, SUITES } from './sales/price-list';
import { sampleOptions } from './sample';
import { openWorld } from './world';

const ACCOUNTS = 3000;
const world = openWorld(sampleOptions(ACCOUNTS));
const cut = world.calendar.steps[world.calendar.months - 1]!.to;
const kinds = new Map(defaultCatalogue.skus.map((sku) => [sku.id, sku]));

/** The few facts that the cohorts look at, as of the last cut-off. */
function factsOf({ company, ledger, agreements }: Life) {
  const live = ledger.terms.filter(({ start, end }) => start < cut && end >= cut);
  const lines = ledger.orders
    .filter(({ day }) => day < cut)
    .flatMap((order) => order.lines.map((line) => ({ ...line, day: order.day })));
  const suites = live.filter(({ sku }) => SUITES.includes(sku));
  const bought = (test: (sku: string) => boolean) => lines.some(({ sku }) => test(sku));
  const recent = lines.filter(
    ({ sku, day }) => DEVICES.some((device) => device === sku) && day >= cut - 1096,
  );
  const local = (sku: string) => kinds.get(sku)!.kind === 'on-premises';
  return {
    employees: company.employees,
    azure: live.some(({ sku }) => sku.startsWith('AZ-')),
    suite: suites.length > 0,
    suiteBought: bought((sku) => SUITES.includes(sku)),
    seats: suites.reduce((sum, { seats }) => sum + seats, 0),
    rank: Math.max(0, ...suites.map(({ sku }) => kinds.get(sku)!.rank!)),
    copilotReady: suites.some(({ sku }) => ['M365-BP', 'M365-E3', 'M365-E5'].includes(sku)),
    agreement: agreements.some(({ start, end }) => start < cut && end >= cut),
    office: bought((sku) => ['Office', 'Exchange Server'].includes(kinds.get(sku)!.division)),
    dynamics: bought((sku) => sku.startsWith('DYN')),
    surface: bought((sku) => sku.startsWith('SURF')),
    devices: recent.reduce((sum, { quantity }) => sum + quantity, 0),
    central: live.some(({ sku }) => sku === 'D365-BC'),
    dark:
      bought(local) && live.length === 0 && !agreements.some(({ start, end }) => start < cut && end >= cut),
  };
}

type Facts = ReturnType<typeof factsOf>;

/** The rules of the default catalogue over these facts; a cluster counts as met for half. */
const RULES: Record<Cohort['id'], (f: Facts) => boolean> = {
  'first-azure-workload': (f) => !f.azure && f.suiteBought,
  'on-premises-to-m365': (f) => !f.suite && f.office && f.agreement,
  'dark-to-m365': (f) => !f.suite && f.dark,
  'higher-suite': (f) =>
    f.suite && (f.rank < 3 || (f.rank === 3 && f.employees < 300) || (f.rank <= 4 && f.employees >= 300)),
  'more-seats': (f) => f.suite && f.seats < 0.8 * f.employees,
  copilot: (f) => f.copilotReady,
  'surface-acquire-small': (f) => !f.surface && f.seats >= 1 && f.seats <= 49,
  'surface-acquire-large': (f) => !f.surface && f.seats >= 50,
  'surface-upsell-small': (f) => f.devices >= 1 && f.devices <= 24,
  'surface-upsell-large': (f) => f.devices >= 25,
  'dynamics-to-bc': (f) => !f.central && (f.dynamics || f.dark),
  'threat-protection': (f) => f.suite && f.rank < 5,
};

const facts = Array.from({ length: ACCOUNTS }, (_, index) =>
  factsOf(lifeOf(world, index, world.calendar.months)),
);

it.each(defaultCatalogue.cohorts.map(({ id }) => id))('%s has members, and accounts that are none', (id) => {
  const share = facts.filter(RULES[id]!).length / ACCOUNTS;
  expect(share).toBeGreaterThan(id === 'copilot' ? 0.05 : 0.01);
  expect(share).toBeLessThan(0.7);
});

it('all suites of the ladder, all clouds and all kinds of licences are sold', () => {
  const sold = new Set(
    Array.from({ length: ACCOUNTS }, (_, index) => lifeOf(world, index, world.calendar.months))
      .flatMap(({ ledger }) => ledger.orders)
      .flatMap(({ lines }) => lines.map(({ sku }) => sku)),
  );
  expect([...kinds.keys()].filter((sku) => !sold.has(sku))).toEqual([]);
});
