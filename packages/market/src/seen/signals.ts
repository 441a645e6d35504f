import type { SIGNAL_KINDS } from '@ascent/schemas';
import { clamp } from '../curve';
import { PRODUCTS } from '../latent/products';
import { type Random, random } from '../random';
import type { Life } from '../sales/life';
import type { World } from '../world';

type Kind = (typeof SIGNAL_KINDS)[number];
export type Signal = { kind: Kind; topic: string; day: number; seenOn: number; strength: number };

const KINDS: readonly Kind[] = ['topic', 'topic', 'topic', 'topic', 'visit', 'visit', 'event', 'news'];
const GENERAL = 'business';
/** Companies of which nothing can be collected. */
const UNSEEN = 0.04;
const PER_SURGE_STEP = 3.3;
const IDLE_PER_STEP = 0.04;

type Draft = { kind: Kind; topic: string; strength: number };

/** What can be collected of an account: more while it wants something, some without cause, some missed, most of it late. */
export function signalsOf(world: World, life: Life): Signal[] {
  const { company } = life;
  const r = random(world.seed, { purpose: 'signal', index: company.index });
  const coverage = r.chance(UNSEEN) ? 0 : 0.7 + 0.3 * r.next();
  const curiosity = Math.exp(0.35 * company.maturity);
  const found: Signal[] = [];
  const { steps, months, start, end } = world.calendar;
  for (let step = 0; step <= months; step++) {
    const { from, to } = steps[step]!;
    for (const draft of draftsOf(r, { world, life, step, curiosity })) {
      if (!r.chance(coverage)) continue;
      const day = from + r.below(to - from);
      const seenOn = day + (r.chance(0.4) ? 0 : Math.floor(22 * r.next() ** 2));
      if (day >= start && seenOn <= end) found.push({ ...draft, day, seenOn });
    }
  }
  return found;
}

function* draftsOf(
  r: Random,
  at: { world: World; life: Life; step: number; curiosity: number },
): Iterable<Draft> {
  const { world, life, step, curiosity } = at;
  for (const { product, intent } of life.wants) {
    if (intent.left[step] === 0) continue;
    const height = intent.height[step]!;
    for (let n = r.count(PER_SURGE_STEP * height); n > 0; n--) {
      yield { kind: r.pick(KINDS), topic: world.topics[product], strength: strengthOf(r, 15 + 60 * height) };
    }
  }
  // Research that has nothing to do with buying.
  for (let n = r.count(IDLE_PER_STEP * curiosity); n > 0; n--) {
    yield { kind: r.pick(KINDS), topic: world.topics[r.pick(PRODUCTS)], strength: strengthOf(r, 35) };
  }
  if (life.hiring[step])
    for (let n = 1 + r.below(2); n > 0; n--)
      yield { kind: 'hiring', topic: GENERAL, strength: strengthOf(r, 50) };
  if (r.chance(0.006 * Math.exp(0.6 * life.company.growth))) {
    yield { kind: r.chance(0.4) ? 'funding' : 'size-change', topic: GENERAL, strength: strengthOf(r, 65) };
  }
  const { from, to } = world.calendar.steps[step]!;
  for (const { first, last, gone } of life.technologies) {
    if (first >= from && first < to)
      yield { kind: 'technology-added', topic: '', strength: strengthOf(r, 40) };
    if (gone && last >= from && last < to)
      yield { kind: 'technology-retired', topic: '', strength: strengthOf(r, 40) };
  }
}

function strengthOf(r: Random, mean: number): number {
  return Math.round(clamp(mean + 15 * r.normal(), 1, 100));
}
