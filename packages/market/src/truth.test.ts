import { defaultCatalogue } from '@ascent/schemas';
import { describe, expect, it } from 'vitest';
import { COUNTRIES } from './firm/countries';
import { trueFit } from './latent/fit';
import { hazard } from './latent/hazard';
import { PRODUCTS, type ProductId } from './latent/products';
import { lifeOf } from './rows/account-rows';
import type { Life } from './sales/life';
import { wantOf } from './sales/life';
import { sampleOptions } from './sample';
import { signalsOf } from './seen/signals';
import { openWorld } from './world';

const HORIZON = 90;
const CUT_OFFS = [5, 8, 11, 14, 17, 20];
const world = openWorld(sampleOptions(3000));
const lives = Array.from({ length: 3000 }, (_, index) => lifeOf(world, index, CUT_OFFS[0]));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function inScope({ company, technologies }: Life, product: ProductId, day: number): boolean {
  if (product === 'D365BC') return company.employees < 300;
  if (product !== 'PowerApps') return true;
  return technologies.some(
    ({ name, first, last, gone }) => world.lowCode.has(name) && first < day && !(gone && last < day),
  );
}

/** Every account in scope at every cut-off: its truth, and whether it bought within the horizon. */
function outcomes(product: ProductId): { life: Life; step: number; chance: number; bought: boolean }[] {
  const skus = new Set(defaultCatalogue.products.find(({ id }) => id === product)!.skus);
  return lives.flatMap((life) => {
    const days = life.ledger.orders
      .filter(({ lines }) => lines.some(({ sku }) => skus.has(sku)))
      .map(({ day }) => day);
    return CUT_OFFS.filter((step) => inScope(life, product, world.calendar.steps[step]!.to)).map((step) => {
      const cut = world.calendar.steps[step]!.to;
      return {
        life,
        step,
        chance: wantOf(life, product).outlooks[step]!,
        bought: days.some((day) => day >= cut && day < cut + HORIZON),
      };
    });
  });
}

const rate = (rows: { bought: boolean }[]) => mean(rows.map(({ bought }) => (bought ? 1 : 0)));
const byChance = (rows: ReturnType<typeof outcomes>) => [...rows].sort((a, b) => b.chance - a.chance);

describe('the truth is true', () => {
  it.each(PRODUCTS)(
    '%s is bought by three to eight in a hundred within the horizon, as often as the truth says',
    (product) => {
      const rows = outcomes(product);
      expect(rate(rows)).toBeGreaterThan(0.03);
      expect(rate(rows)).toBeLessThan(0.08);
      const said = mean(rows.map(({ chance }) => chance));
      expect(Math.abs(said / rate(rows) - 1)).toBeLessThan(0.2);
      const top = byChance(rows).slice(0, rows.length / 10);
      expect(Math.abs(mean(top.map(({ chance }) => chance)) / rate(top) - 1)).toBeLessThan(0.25);
      expect(rate(top)).toBeGreaterThan(3.5 * rate(rows));
    },
  );

  it('is settled: fit and chance lie between 0 and 1, and who never buys has no chance', () => {
    const wrong = lives.filter(({ partners, wants }) =>
      wants.some(({ fit, outlooks, chances }) => {
        const all = [...outlooks, ...chances];
        const settled = fit > 0 && fit < 1 && all.every((chance) => chance >= 0 && chance < 1);
        return !settled || (partners.length === 0 && Math.max(...all) > 0);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('signals about a product come before it is bought', () => {
    let [before, ever] = [0, 0];
    for (const life of lives.slice(0, 1500)) {
      const signals = signalsOf(world, life);
      for (const { product, day } of life.ledger.orders) {
        if (product === null || day < world.calendar.start + 150) continue;
        const heard = (from: number, to: number) =>
          signals.filter((each) => each.topic === world.topics[product] && each.day >= from && each.day < to)
            .length;
        before += heard(day - 120, day);
        ever +=
          heard(world.calendar.start, world.calendar.end) *
          (120 / (world.calendar.end - world.calendar.start));
      }
    }
    expect(before).toBeGreaterThan(2.5 * ever);
  });
});

describe('what is planted can be found', () => {
  const logit = (p: number) => Math.log(p / (1 - p));

  it('a rival ERP speaks for Business Central in industry and against it elsewhere', () => {
    const cell = (rival: boolean, industrial: boolean) =>
      mean(
        lives
          .filter(
            ({ company }) =>
              ['Manufacturing', 'Transport and logistics', 'Agriculture'].includes(company.industry.name) ===
              industrial,
          )
          .filter(
            ({ technologies }) =>
              technologies.some(
                ({ groups, first }) => groups.includes('erp-rival') && first < world.calendar.start,
              ) === rival,
          )
          .map((life) => logit(wantOf(life, 'D365BC').fit)),
      );
    expect(cell(true, true) - cell(false, true)).toBeGreaterThan(1);
    expect(cell(true, false) - cell(false, false)).toBeLessThan(-0.3);
  });

  it('from month 18 on talk about security tells twice, and hiring nothing', () => {
    const chance = (product: ProductId, step: number, more: { intent?: number; hiring?: boolean }) => {
      const at = { ...world.calendar.steps[step]!, month: 2 };
      return -Math.log(
        1 - hazard({ product, steady: 0.001, step: at, intent: 0, hiring: false, factor: 1, ...more }),
      );
    };
    const talk = (step: number) => chance('Security', step, { intent: 0.7 }) - chance('Security', step, {});
    expect(talk(18) / talk(17)).toBeCloseTo(2, 6);
    expect(chance('Azure', 18, { intent: 0.7 })).toBeCloseTo(chance('Azure', 17, { intent: 0.7 }), 9);
    expect(chance('M365', 17, { hiring: true }) / chance('M365', 17, {})).toBeCloseTo(2, 6);
    expect(chance('M365', 18, { hiring: true })).toBe(chance('M365', 18, {}));
    const users = (day: number) =>
      lives.filter(({ technologies }) =>
        technologies.some(({ name, first }) => name === 'Okta' && first <= day),
      ).length;
    expect(users(world.calendar.end)).toBeGreaterThan(2 * users(world.calendar.driftDay));
  });

  it('partners are better in some countries; the country itself does nothing', () => {
    const { company } = lives[0]!;
    const needs = {
      groups: new Set<string>(),
      technologies: 3,
      year: 2026,
      localOffice: true,
      localServers: false,
      localDynamics: false,
    };
    for (const product of PRODUCTS) {
      const fits = COUNTRIES.map((country) => trueFit(product, { ...company, country }, needs));
      expect(new Set(fits).size).toBe(1);
    }
    const quality = (name: string) =>
      mean(
        lives
          .filter((life) => life.company.country.name === name && life.partners[0])
          .map((life) => life.partners[0]!.quality),
      );
    expect(quality('United States') - quality('Brazil')).toBeGreaterThan(0.3);
  });

  it('fit is no sum of terms of one trait each', () => {
    for (const product of ['Azure', 'D365BC', 'D365SP', 'PowerApps', 'Security'] as const) {
      expect(unexplainedByTerms(product), product).toBeGreaterThan(0.08);
    }
  });

  /** Share of the variance of the fit's log-odds that the best sum of binned terms leaves, hidden traits included. */
  function unexplainedByTerms(product: ProductId): number {
    const y = lives.map((life) => logit(wantOf(life, product).fit));
    const centre = mean(y);
    const traits = lives.map(({ company: c, technologies, ledger }) => [
      Math.floor(Math.log2(c.employees)),
      Math.min(12, Math.floor((world.year - c.foundedYear) / 4)),
      Math.round(2 * Math.max(-2.5, Math.min(2.5, c.maturity))),
      Math.round(2 * Math.max(-2.5, Math.min(2.5, c.growth))),
      Math.round(2 * Math.max(-2.5, Math.min(2.5, c.caution))),
      c.industry.name,
      technologies.length,
      ...['cloud-rival', 'erp-rival', 'crm-rival', 'low-code-rival', 'security-rival', 'data'].map((group) =>
        technologies.some(({ groups }) => groups.includes(group)),
      ),
      ledger.orders.some(({ lines }) => lines.some(({ sku }) => sku.startsWith('DYN'))),
      ledger.orders.some(({ lines }) =>
        lines.some(({ sku }) => sku.startsWith('WIN') || sku.startsWith('SQL')),
      ),
    ]);
    let rest = y.map((value) => value - centre);
    for (let sweep = 0; sweep < 6; sweep++) {
      for (let trait = 0; trait < traits[0]!.length; trait++) {
        const bins = new Map<unknown, { sum: number; n: number }>();
        for (const [row, values] of traits.entries()) {
          const bin = bins.get(values[trait]) ?? { sum: 0, n: 0 };
          bins.set(values[trait], { sum: bin.sum + rest[row]!, n: bin.n + 1 });
        }
        const terms = new Map([...bins].map(([bin, { sum, n }]) => [bin, sum / n]));
        rest = rest.map((value, row) => value - terms.get(traits[row]![trait])!);
      }
    }
    return mean(rest.map((value) => value ** 2)) / mean(y.map((value) => (value - centre) ** 2));
  }
});
