import { z } from 'zod';
import { Words } from '../text';

const WindowDays = z.int().positive();
const Skus = z.array(z.string()).min(1);

/**
 * Where a fact comes from. Every fact is computed as of a cut-off, from what was known strictly before it.
 * Numbers are integers: cents, days, counts, decayed strength in hundredths. Null = nothing known.
 */
export const FactSource = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('account'),
    measure: z.enum([
      'employees',
      'ageYears',
      'monthlyConsumption',
      'industry',
      'vertical',
      'country',
      'segment',
      'nonprofit',
    ]),
  }),
  /** Technologies seen and not gone by the cut-off. */
  z.strictObject({
    from: z.literal('technologies'),
    measure: z.enum(['count', 'newestAgeDays']),
    names: z.array(z.string()).min(1).optional(),
  }),
  /** Purchases only (quantity and amount above zero); an order is one order id. */
  z.strictObject({
    from: z.literal('transactions'),
    measure: z.enum([
      'orders',
      'amount',
      'quantity',
      'skus',
      'daysSinceLast',
      'daysSinceFirst',
      'maxOrderAmount',
      'meanOrderAmount',
      'lastOrderAmount',
      'meanGapDays',
      'lastGapDays',
      'lateness',
      'rate',
    ]),
    skus: Skus.optional(),
    windowDays: WindowDays.optional(),
  }),
  /** `active` and `seats`: of subscriptions that live on the cut-off; `maxRank`: highest suite rank of them. */
  z.strictObject({
    from: z.literal('subscriptions'),
    measure: z.enum(['active', 'seats', 'maxRank', 'ever', 'daysToEnd']),
    skus: Skus.optional(),
  }),
  z.strictObject({
    from: z.literal('agreements'),
    measure: z.enum(['live', 'daysToEnd', 'endingWithin']),
    programs: z.array(z.string()).min(1).optional(),
    divisions: z.array(z.string()).min(1).optional(),
    windowDays: WindowDays.optional(),
  }),
  z.strictObject({
    from: z.literal('opportunities'),
    measure: z.enum(['open', 'won', 'lost']),
    products: z.array(z.string()).min(1).optional(),
    windowDays: WindowDays.optional(),
  }),
  /**
   * `decayed`: sum of strength halved every `halfLifeDays`, in hundredths. `surge`: signals of the last `windowDays`
   * over what the account's own baseline lets expect, in hundredths, drawn to 100 where there is little evidence.
   * `trend`: signals of the last `windowDays` less those of as many days before.
   */
  z.strictObject({
    from: z.literal('signals'),
    measure: z.enum(['count', 'decayed', 'daysSinceLast', 'surge', 'trend']),
    topics: z.array(z.string()).min(1).optional(),
    kinds: z.array(z.string()).min(1).optional(),
    windowDays: WindowDays.optional(),
    halfLifeDays: WindowDays.optional(),
  }),
]);
export type FactSource = z.infer<typeof FactSource>;

/**
 * Who may see an account's value: anyone; executive report viewers; or, for `partner`, nobody here, since it sums up
 * what several partners sold and each may see only its own.
 */
export const Visibility = z.enum(['open', 'sensitive', 'partner']);
export type Visibility = z.infer<typeof Visibility>;

/** A named, typed fact of an account as of a cut-off: cohort rules, flags and models are written over these. */
export const Fact = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a fact id is camelCase'),
  words: Words,
  /** `pace`: hundredths of what is usual for the account, 100 = as ever. */
  unit: z.enum(['count', 'days', 'years', 'cents', 'seats', 'hundredths', 'pace', 'rank', 'category']),
  visibility: Visibility.default('open'),
  source: FactSource,
});
export type Fact = z.infer<typeof Fact>;

export function isCategory(fact: Fact): boolean {
  return fact.unit === 'category';
}

/** Whether a reader may see the values of a fact, its bins and its evidence. */
export function seesFact({ visibility }: Pick<Fact, 'visibility'>, seesSensitive: boolean): boolean {
  return visibility === 'open' || (visibility === 'sensitive' && seesSensitive);
}
