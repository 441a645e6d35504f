import { type Company, sizeOf } from '../firm/company';
import type { Partner } from '../firm/partners';
import { type Needs, trueFit } from '../latent/fit';
import { steadyRate } from '../latent/hazard';
import { intentPath } from '../latent/intent';
import { PRODUCTS } from '../latent/products';
import { random } from '../random';
import type { Technology } from '../seen/technologies';
import type { World } from '../world';
import { emptyLedger } from './ledger';
import type { Life } from './life';
import type { LocalPurchase } from './local-licences';

export type Roots = { company: Company; partners: Partner[]; technologies: Technology[] };

/** A life before its first purchase: what suits it, and how its wishes will rise and fall. */
export function beginLife(world: World, of: Roots, local: LocalPurchase[]): Life {
  const { company, technologies } = of;
  const { seed } = world;
  const needs = needsOf(world, technologies, local);
  const steps = world.calendar.steps.length;
  const partnerQuality = of.partners[0]?.quality ?? 0;
  const wants = PRODUCTS.map((product, index) => {
    const fit = trueFit(product, company, needs);
    return {
      product,
      fit,
      steady: steadyRate(product, { fit, partnerQuality }),
      intent: intentPath(seed, company, { product: index, steps }),
      chances: new Float64Array(steps),
      outlooks: new Float64Array(steps),
    };
  });
  return {
    company,
    partners: of.partners,
    technologies,
    wants,
    hiring: hiringPath(seed, company, steps),
    ledger: emptyLedger(),
    agreements: [],
  };
}

function needsOf(world: World, technologies: Technology[], local: LocalPurchase[]): Needs {
  const early = technologies.filter(({ first }) => first < world.calendar.start);
  const skus = local.flatMap(({ lines }) => lines.map(({ sku }) => sku));
  const owns = (...beginnings: string[]) =>
    skus.some((sku) => beginnings.some((beginning) => sku.startsWith(beginning)));
  return {
    groups: new Set(early.flatMap(({ groups }) => groups)),
    technologies: early.length,
    year: world.year,
    localOffice: owns('OFF', 'EXC'),
    localServers: owns('WIN', 'SQL'),
    localDynamics: owns('DYN'),
  };
}

/** Growing companies hire more often, a month or two in a row. */
function hiringPath(seed: number, company: Company, steps: number): boolean[] {
  const r = random(seed, { purpose: 'hiring', index: company.index });
  const chance = 0.035 * Math.exp(0.5 * company.growth + 0.25 * sizeOf(company.employees));
  let hires = false;
  return Array.from({ length: steps }, () => {
    hires = r.chance(hires ? 0.4 : chance);
    return hires;
  });
}
