import type { FactSource } from '@ascent/schemas';
import { literalList } from './column';

type Of<From extends FactSource['from']> = Extract<FactSource, { from: From }>;

/** The cut-off as a ClickHouse parameter: facts count only what was known strictly before it. */
export const CUT = '{cut:Date}';

export function accountMeasure({ measure }: Of<'account'>): string {
  switch (measure) {
    case 'employees':
      return 'toNullable(toInt64(a.employees))';
    case 'ageYears':
      return `toInt64(toYear(${CUT})) - a.founded_year`;
    case 'monthlyConsumption':
      return 'a.monthly_consumption';
    case 'industry':
    case 'vertical':
    case 'country':
    case 'segment':
    case 'nonprofit':
      // The feed keeps an absent text as ''; as a fact it is unknown.
      return `nullIf(a.${measure}, '')`;
  }
}

export function technologyMeasure({ measure, names }: Of<'technologies'>): string {
  const test = all([names && `technology IN ${literalList(names)}`]);
  switch (measure) {
    case 'count':
      return `toInt64(uniqExactIf(technology, ${test}))`;
    case 'newestAgeDays':
      return orNull(`toInt64(${CUT} - maxIf(first_seen, ${test}))`, test);
  }
}

/** Measures over single lines of sales; those over whole orders are in `order-measures`. */
export function salesMeasure({ measure, skus, windowDays }: Of<'transactions'>): string | null {
  const test = all([skus && `sku IN ${literalList(skus)}`, windowDays && `date >= ${CUT} - ${windowDays}`]);
  switch (measure) {
    case 'orders':
      return `toInt64(uniqExactIf(order_id, ${test}))`;
    case 'amount':
      return `sumIf(amount, ${test})`;
    case 'quantity':
      return `sumIf(quantity, ${test})`;
    case 'skus':
      return `toInt64(uniqExactIf(sku, ${test}))`;
    case 'daysSinceLast':
      return orNull(`toInt64(${CUT} - maxIf(date, ${test}))`, test);
    case 'daysSinceFirst':
      return orNull(`toInt64(${CUT} - minIf(date, ${test}))`, test);
    default:
      return null;
  }
}

export function subscriptionMeasure(
  { measure, skus }: Of<'subscriptions'>,
  ranks: Record<string, number>,
): string {
  const of = skus && `sku IN ${literalList(skus)}`;
  const live = all([of, `(end_date IS NULL OR end_date >= ${CUT})`]);
  switch (measure) {
    case 'active':
      return `toInt64(countIf(${live}))`;
    case 'ever':
      return `toInt64(countIf(${all([of])}))`;
    case 'seats':
      return `sumIf(toInt64(seats), ${live})`;
    case 'maxRank': {
      const names = Object.keys(ranks);
      if (names.length === 0) throw new Error('maxRank needs skus with a rank');
      const rank = `transform(sku, [${names.map((n) => literalList([n]).slice(1, -1)).join(', ')}], [${names.map((n) => ranks[n]).join(', ')}], 0)`;
      return orNull(`toInt64(maxIf(${rank}, ${live}))`, live);
    }
    case 'daysToEnd':
      return orNull(`toInt64(minIf(end_date, ${live}) - ${CUT})`, `${live} AND end_date IS NOT NULL`);
  }
}

export function agreementMeasure({ measure, programs, divisions, windowDays }: Of<'agreements'>): string {
  const live = all([
    programs && `program IN ${literalList(programs)}`,
    divisions && `division IN ${literalList(divisions)}`,
    `end_date >= ${CUT}`,
  ]);
  switch (measure) {
    case 'live':
      return `toInt64(uniqExactIf(agreement_id, ${live}))`;
    case 'endingWithin':
      return `toInt64(uniqExactIf(agreement_id, ${live} AND end_date < ${CUT} + ${windowDays ?? 365}))`;
    case 'daysToEnd':
      return orNull(`toInt64(minIf(end_date, ${live}) - ${CUT})`, live);
  }
}

export function opportunityMeasure({ measure, products, windowDays }: Of<'opportunities'>): string {
  const closed = `closed_on < ${CUT}`;
  const outcome = {
    open: `NOT ifNull(${closed}, 0)`,
    won: `stage = 'Won' AND ifNull(${closed}, 0)`,
    lost: `stage = 'Lost' AND ifNull(${closed}, 0)`,
  }[measure];
  const test = all([
    products && `product IN ${literalList(products)}`,
    windowDays && `created_on >= ${CUT} - ${windowDays}`,
    outcome,
  ]);
  return `toInt64(countIf(${test}))`;
}

export function signalMeasure({ measure, topics, kinds, windowDays, halfLifeDays }: Of<'signals'>): string {
  const test = all([
    topics && `topic IN ${literalList(topics)}`,
    kinds && `kind IN ${literalList(kinds)}`,
    windowDays && `date >= ${CUT} - ${windowDays}`,
  ]);
  switch (measure) {
    case 'count':
      return `toInt64(countIf(${test}))`;
    case 'daysSinceLast':
      return orNull(`toInt64(${CUT} - maxIf(date, ${test}))`, test);
    case 'surge':
      return surge(
        all([topics && `topic IN ${literalList(topics)}`, kinds && `kind IN ${literalList(kinds)}`]),
        windowDays ?? 30,
      );
    case 'trend': {
      const days = windowDays ?? 30;
      const of = all([topics && `topic IN ${literalList(topics)}`, kinds && `kind IN ${literalList(kinds)}`]);
      return `toInt64(countIf(${of} AND date >= ${CUT} - ${days})) - toInt64(countIf(${of} AND date < ${CUT} - ${days} AND date >= ${CUT} - ${2 * days}))`;
    }
    case 'decayed': {
      const weights = decayWeights(halfLifeDays ?? 30);
      return `sumIf(toInt64(strength) * [${weights.join(',')}][least(toInt32(${CUT} - date), ${weights.length})], ${test})`;
    }
  }
}

const BASELINE_WINDOWS = 6;
const EVIDENCE_MIN = 2;
const PRIOR_SIGNALS = 1;

/**
 * Recent signals over the account's own baseline of the six windows before, in hundredths (100 = as ever). One signal
 * is no surge; and since a small firm's baseline is a signal or two at most, a prior of one signal a window is added
 * to both sides, which draws thin evidence to 100 and hardly touches firms that are much talked of.
 */
function surge(of: string, windowDays: number): string {
  const recent = `toInt64(countIf(${of} AND date >= ${CUT} - ${windowDays}))`;
  const before = `toInt64(countIf(${of} AND date < ${CUT} - ${windowDays} AND date >= ${CUT} - ${windowDays * (BASELINE_WINDOWS + 1)}))`;
  return `if(${recent} < ${EVIDENCE_MIN}, 100, intDiv(100 * ${BASELINE_WINDOWS} * (${recent} + ${PRIOR_SIGNALS}), ${before} + ${BASELINE_WINDOWS * PRIOR_SIGNALS}))`;
}

/** Weight in hundredths of a signal that is 1, 2, ... days old: a table, so that no float is summed in the engine. */
export function decayWeights(halfLifeDays: number): number[] {
  const length = halfLifeDays * 8;
  return Array.from({ length }, (_, index) => Math.round(100 * 2 ** (-(index + 1) / halfLifeDays)));
}

function all(tests: (string | number | undefined | false)[]): string {
  const kept = tests.filter((test) => typeof test === 'string' && test !== '');
  return kept.length > 0 ? kept.map((test) => `(${test})`).join(' AND ') : '1';
}

function orNull(value: string, test: string): string {
  return `if(countIf(${test}) = 0, NULL, ${value})`;
}
