import type { Calendar } from '../calendar';
import type { ProductId } from '../latent/products';
import { type Random, random } from '../random';
import type { World } from '../world';
import type { Life, Want } from './life';
import { PRICE_LIST } from './price-list';
import { sellerOf } from './seller';

export type Opportunity = {
  product: ProductId;
  partnerId: string;
  stage: 'Open' | 'Won' | 'Lost';
  created: number;
  closed: number | null;
  cents: number;
};

const NOTICED = 0.2;
const SPECULATIVE = 0.001;
const LIST_SKU: Record<ProductId, string> = {
  Azure: 'AZ-VM',
  M365: 'M365-BP',
  Surface: 'SURF-LAPTOP',
  D365BC: 'D365-BC',
  D365SP: 'D365-SP',
  PowerApps: 'PWR-APPS',
  Security: 'SEC-DEFENDER',
};

/**
 * Sellers notice some of the wanting, and hope for some that is not there. Written down when noticed, won by a
 * purchase that follows: that there is one tells no more of the future than the wanting itself.
 */
export function opportunitiesOf(world: World, life: Life): Opportunity[] {
  const { company, partners } = life;
  if (partners.length === 0) return [];
  const { calendar } = world;
  const r = random(world.seed, { purpose: 'opportunity', index: company.index });
  const found: Opportunity[] = [];
  for (let step = 0; step <= calendar.months; step++) {
    const { from, to } = calendar.steps[step]!;
    for (const want of life.wants) {
      if (!r.chance(surgeBegins(want, step) ? NOTICED : SPECULATIVE)) continue;
      const created = from + r.below(to - from);
      if (created < calendar.start || created > calendar.end) continue;
      const { partner } = sellerOf(r, partners, company.index);
      const { product } = want;
      const cents = worthOf(r, product, company.employees);
      found.push({
        product,
        partnerId: partner.id,
        created,
        cents,
        ...outcome(r, calendar, { life, product, created }),
      });
    }
  }
  return found;
}

function surgeBegins({ intent }: Want, step: number): boolean {
  return intent.left[step]! > 0 && (step === 0 || intent.left[step - 1]! <= 1);
}

function worthOf(r: Random, product: ProductId, employees: number): number {
  const { perEmployee, cents } = PRICE_LIST[LIST_SKU[product]]!;
  return Math.round(Math.max(1, employees * perEmployee) * cents * (0.6 + 0.8 * r.next()));
}

type Hope = { life: Life; product: ProductId; created: number };

function outcome(
  r: Random,
  calendar: Calendar,
  { life, product, created }: Hope,
): Pick<Opportunity, 'stage' | 'closed'> {
  const until = created + 60 + r.below(90);
  const days = life.ledger.orders
    .filter((order) => order.product === product && order.day > created && order.day <= until)
    .map(({ day }) => day);
  const bought = days.length > 0 ? Math.min(...days) : null;
  const closed = bought ?? until;
  if (closed > calendar.end) return { stage: 'Open', closed: null };
  return { stage: bought === null ? 'Lost' : 'Won', closed };
}
