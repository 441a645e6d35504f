import { type Binning, type Catalogue, type Fact, type FactBins, isCategory } from '@ascent/schemas';

const MONTH_DAYS = 30;
/** A sum that halves is about complete after so many half-lives. */
const HALF_LIVES = 4;
/** A surge is held against so many windows before it. */
const SURGE_WINDOWS = 7;
const COUNT_EDGES = [1, 2, 3, 4, 6, 10];

/** Facts as one month is judged by them, and how they become bytes. */
export type MonthFacts = { facts: Fact[]; bins: FactBins[]; byProduct: Record<string, string[]> };

/**
 * The numbers that intent looks at, of one signal with different half-lives the first. What fades more slowly than a month
 * is counted over the month before instead, under its own name: it tells of several months at once, so of none clearly.
 */
export function monthFacts({ facts, products }: Catalogue, binning: Binning): MonthFacts {
  const known = new Map(binning.facts.map((each) => [each.fact, each]));
  const byProduct = Object.fromEntries(
    products.map(({ id, intent }) => [
      id,
      [...intent.facts, ...(intent.alternatives ?? []).map(([first]) => first!)],
    ]),
  );
  const wanted = new Set(Object.values(byProduct).flat());
  const chosen = facts.flatMap((fact): [Fact, FactBins][] => {
    const bins = known.get(fact.id);
    if (!wanted.has(fact.id) || isCategory(fact) || !bins) return [];
    const { source } = fact;
    if (source.from !== 'signals' || source.measure !== 'decayed') return [[fact, bins]];
    const { halfLifeDays = MONTH_DAYS, ...rest } = source;
    if (halfLifeDays <= MONTH_DAYS) return [[fact, bins]];
    const counted: Fact = { ...fact, source: { ...rest, measure: 'count', windowDays: MONTH_DAYS } };
    return [[counted, countBins(fact.id)]];
  });
  const taken = new Set(chosen.map(([{ id }]) => id));
  return {
    facts: chosen.map(([fact]) => fact),
    bins: chosen.map(([, bins]) => bins),
    byProduct: Object.fromEntries(
      Object.entries(byProduct).map(([product, ids]) => [product, ids.filter((id) => taken.has(id))]),
    ),
  };
}

/** For how many days a fact must have been collected before it tells what it will: 0 = its feed has no days. */
export function lookBackDays({ source }: Fact): number {
  switch (source.from) {
    case 'signals':
      if (source.measure === 'decayed') return HALF_LIVES * (source.halfLifeDays ?? MONTH_DAYS);
      if (source.measure === 'surge') return SURGE_WINDOWS * (source.windowDays ?? MONTH_DAYS);
      if (source.measure === 'trend') return 2 * (source.windowDays ?? MONTH_DAYS);
      return source.windowDays ?? 0;
    case 'transactions':
    case 'opportunities':
      return source.windowDays ?? 0;
    default:
      return 0;
  }
}

function countBins(fact: string): FactBins {
  const coarse = Array.from({ length: COUNT_EDGES.length + 2 }, (_, bin) => bin);
  return { fact, bins: { kind: 'number', edges: COUNT_EDGES }, coarse };
}
