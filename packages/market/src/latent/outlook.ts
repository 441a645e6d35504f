import type { Life, Want } from '../sales/life';
import { readiness } from '../sales/readiness';
import type { World } from '../world';
import { hazard } from './hazard';
import { expectedIntent, onsetChance } from './intent';

type Standing = { life: Life; want: Want };

const STEPS = 3;

/**
 * True chance of at least one purchase within the horizon after the end of `step`, given all that is true by then.
 * Surges that have not begun are averaged over; none of what happens later is used.
 */
export function outlook(world: World, step: number, standing: Standing): number {
  const onset = onsetChance(standing.life.company);
  const { product } = standing.want;
  const today = world.calendar.steps[step]!.to;
  const factors = Array.from({ length: STEPS }, (_, index) =>
    readiness(world, standing.life, { product, step: step + index + 1, today }),
  );
  // A surge that begins in the first or the second step to come is felt in the next one.
  const survive = (begins: number) => survival(world, step, { standing, factors, begins });
  const none =
    (1 - onset) ** 2 * survive(Number.POSITIVE_INFINITY) +
    onset * survive(1) +
    (1 - onset) * onset * survive(2);
  return 1 - none;
}

type Course = { standing: Standing; factors: number[]; begins: number };

function survival({ calendar }: World, step: number, { standing, factors, begins }: Course): number {
  const { life, want } = standing;
  let survived = 1;
  let days = calendar.horizonDays;
  for (let ahead = 1; ahead <= STEPS && days > 0; ahead++) {
    const next = calendar.steps[step + ahead]!;
    const chance = hazard({
      product: want.product,
      steady: want.steady,
      step: next,
      intent: expectedIntent(want.intent, step, { ahead: ahead - 1, begins }),
      hiring: ahead === 1 && life.hiring[step]!,
      factor: factors[ahead - 1]!,
    });
    const length = next.to - next.from;
    survived *= days >= length ? 1 - chance : (1 - chance) ** (days / length);
    days -= length;
  }
  return survived;
}
