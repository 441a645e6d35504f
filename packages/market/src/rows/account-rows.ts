import { companyOf } from '../firm/company';
import { partnersOf } from '../firm/partners';
import { random } from '../random';
import type { Life } from '../sales/life';
import { liveLife } from '../sales/live-life';
import { opportunitiesOf } from '../sales/opportunities';
import { spoil } from '../seen/bad-cells';
import { profileOf } from '../seen/profile';
import { technologiesOf } from '../seen/technologies';
import type { World } from '../world';
import { agreementRows } from './agreement-rows';
import { dollars, type MarketRow, rowOf } from './headers';
import { saleRows } from './sale-rows';
import { signalRows } from './signal-rows';

const TRUTH_MONTHS = 3;

/** Lives the account with this index; truths from the end of step `truthFrom` on. */
export function lifeOf(world: World, index: number, truthFrom = world.calendar.months - TRUTH_MONTHS): Life {
  const company = companyOf(world.seed, index, world.year);
  const partners = partnersOf(world.seed, company, world.partners);
  return liveLife(world, { company, partners, technologies: technologiesOf(world, company), truthFrom });
}

/** Every row of every file that is about one account. */
export function* accountRows(world: World, index: number): Iterable<MarketRow> {
  const life = lifeOf(world, index);
  const dirt = random(world.seed, { purpose: 'dirt', index, part: 1 });
  const profile = profileOf(world, life);
  const bad = spoil(dirt, 'accounts', profile);
  yield rowOf('accounts', profile, bad);
  yield* technologyRows(world, life);
  yield* saleRows(world, life);
  yield* agreementRows(world, life);
  yield* opportunityRows(world, life);
  yield* signalRows(world, life, dirt);
  yield* truthRows(world, life);
}

function* technologyRows({ calendar }: World, { company, technologies }: Life): Iterable<MarketRow> {
  for (const { name, first, last } of technologies) {
    yield {
      feed: 'technologies',
      row: [company.id, name, calendar.text(first), calendar.text(last)],
      bad: null,
    };
  }
}

function* opportunityRows(world: World, life: Life): Iterable<MarketRow> {
  const { text } = world.calendar;
  for (const [number, each] of opportunitiesOf(world, life).entries()) {
    yield rowOf('opportunities', {
      opportunity_id: `${life.company.id}-P${number + 1}`,
      account_id: life.company.id,
      partner_id: each.partnerId,
      product: each.product,
      stage: each.stage,
      created_on: text(each.created),
      closed_on: each.closed === null ? '' : text(each.closed),
      amount: dollars(each.cents),
    });
  }
}

function* truthRows({ calendar }: World, { company, wants }: Life): Iterable<MarketRow> {
  const steps = Array.from({ length: TRUTH_MONTHS }, (_, index) => calendar.months - TRUTH_MONTHS + index);
  for (const { product, fit, intent, outlooks } of wants) {
    const values = [
      fit,
      ...steps.map((step) => intent.level[step]!),
      ...steps.map((step) => outlooks[step]!),
    ];
    yield {
      feed: 'truth',
      row: [company.id, product, ...values.map((value) => value.toFixed(6))],
      bad: null,
    };
  }
}
