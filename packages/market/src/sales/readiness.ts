import type { ProductId } from '../latent/products';
import type { World } from '../world';
import { endsBetween } from './agreements';
import { coverage, nextSuite } from './buy';
import type { Life } from './life';

const SOON_DAYS = 90;
const AGREEMENT_ENDS = 1.7;
const OUT_OF_SCOPE = 0.05;
const BC_STAFF_MAX = 300;

/** `step` is the one to come, `today` the day up to which the account is known. */
export type When = { product: ProductId; step: number; today: number };

/** By what the account owns now, how much more or less it buys in a step than one that owns nothing. */
export function readiness(world: World, life: Life, at: When): number {
  const { from } = world.calendar.steps[at.step]!;
  const { holdings } = life.ledger;
  switch (at.product) {
    case 'Azure':
      return agreementEnds(life, from);
    case 'M365':
      return holdings.has('suite') ? suiteReadiness(life) : agreementEnds(life, from);
    case 'Surface':
      return 1;
    case 'D365BC':
      if (life.company.employees >= BC_STAFF_MAX) return OUT_OF_SCOPE;
      return holdings.has('D365-BC') ? 0.35 : agreementEnds(life, from);
    case 'D365SP':
      return holdings.has('D365-SP') ? 0.5 : 1;
    case 'PowerApps':
      if (!usesLowCode(world, life, at.today)) return OUT_OF_SCOPE;
      return holdings.has('PWR-APPS') ? 0.6 : 1;
    case 'Security':
      return holdings.has('suite') ? 1.1 : 0.6;
  }
}

function agreementEnds({ agreements }: Life, day: number): number {
  return endsBetween(agreements, day, day + SOON_DAYS) ? AGREEMENT_ENDS : 1;
}

function suiteReadiness({ ledger, company }: Life): number {
  if (coverage(ledger, company) < 0.8) return 1.1;
  return nextSuite(ledger, company) ? 0.8 : 0.35;
}

function usesLowCode(world: World, { technologies }: Life, day: number): boolean {
  return technologies.some(
    ({ name, first, last, gone }) => world.lowCode.has(name) && first < day && !(gone && last < day),
  );
}
