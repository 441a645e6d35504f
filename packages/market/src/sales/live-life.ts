import { hazard } from '../latent/hazard';
import { outlook } from '../latent/outlook';
import { type Random, random } from '../random';
import type { World } from '../world';
import { localAgreements } from './agreements';
import { beginLife, type Roots } from './begin-life';
import { buy, securityBringsSuite, suiteBringsSecurity } from './buy';
import { adoptInstallBase } from './install-base';
import { renewHoldings } from './ledger';
import { type Life, wantOf } from './life';
import { localLicences } from './local-licences';
import { readiness } from './readiness';
import { type Seller, sellerOf } from './seller';

/** Truths are told from the end of step `truthFrom` on. */
export type LifeOf = Roots & { truthFrom: number };

/** Lives an account's history month by month: a function of the seed and the account alone. */
export function liveLife(world: World, of: LifeOf): Life {
  const { company, partners } = of;
  const { seed, calendar } = world;
  const { index } = company;
  const r = random(seed, { purpose: 'history', index });
  const local = partners.length > 0 ? localLicences(r, company, calendar) : [];
  const life = beginLife(world, of, local);
  if (partners.length === 0) return life;
  const draws = random(seed, { purpose: 'seller', index });
  const seller = () => sellerOf(draws, partners, index);
  for (const { day, lines } of local)
    life.ledger.orders.push({ day, product: null, lines, seller: seller() });
  const signing = { company, calendar, seller, divisions: world.divisions };
  life.agreements = localAgreements(random(seed, { purpose: 'agreement', index }), local, signing);
  adoptInstallBase(r, life.ledger, { company, calendar, wants: life.wants, seller });
  const monthly = random(seed, { purpose: 'life', index });
  for (let step = 0; step <= calendar.months; step++) {
    liveStep(monthly, world, { life, step, seller });
    if (step >= of.truthFrom && step < calendar.months) lookAhead(world, life, step);
  }
  return life;
}

type At = { life: Life; step: number; seller: () => Seller };

function liveStep(r: Random, world: World, { life, step, seller }: At): void {
  const { company, ledger } = life;
  const now = world.calendar.steps[step]!;
  renewHoldings(ledger, now.to, (slot) => r.chance(slot === 'suite' ? 0.92 : 0.86));
  for (const want of life.wants) {
    const { product } = want;
    const chance = hazard({
      product,
      steady: want.steady,
      step: now,
      // Wanting comes first: what was true at the end of the step before.
      intent: step === 0 ? 0 : want.intent.level[step - 1]!,
      hiring: step > 0 && life.hiring[step - 1]!,
      factor: readiness(world, life, { product, step, today: now.from }),
    });
    want.chances[step] = chance;
    if (!r.chance(chance)) continue;
    buy(r, ledger, { company, product, day: now.from + r.below(now.to - now.from), seller: seller() });
  }
}

function lookAhead(world: World, life: Life, step: number): void {
  for (const want of life.wants) want.outlooks[step] = outlook(world, step, { life, want });
  const suite = wantOf(life, 'M365');
  const security = wantOf(life, 'Security');
  const either = 1 - (1 - suite.outlooks[step]!) * (1 - security.outlooks[step]!);
  // The highest suite is a purchase of both.
  if (securityBringsSuite(life.ledger, life.company)) suite.outlooks[step] = either;
  if (suiteBringsSecurity(life.ledger, life.company)) security.outlooks[step] = either;
}
