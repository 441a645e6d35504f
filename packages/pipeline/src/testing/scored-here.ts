import type { Matrix, ModelDocument, RevenueBand } from '@ascent/schemas';
import {
  centsOf,
  levelOf,
  probabilityOf,
  propensityOf,
  type ScoredProduct,
  scoreBins,
  segmentOf,
} from '@ascent/scoring';

export type BinRow = {
  observed: boolean;
  inScope: boolean;
  /** Fine bins by fact: of the quarter's day and of the scoring day. */
  fit: Record<string, number>;
  now: Record<string, number>;
};

/** What `account_scores` must say of an account and product, by the scorers in TypeScript. */
export function scoredHere(
  { fit, intent, propensity, revenue, levelCuts }: ScoredProduct,
  row: BinRow,
  { matrix, bands }: { matrix: Matrix; bands: readonly RevenueBand[] },
) {
  if (!row.inScope) return nothing;
  const binsOf = (model: Pick<ModelDocument, 'features'>, bins: Record<string, number>) =>
    model.features.map(({ fact }) => bins[fact]!);
  const fitted = fit && scoreBins(fit, binsOf(fit, row.fit));
  const intended = intent && row.observed ? scoreBins(intent, binsOf(intent, row.now)) : null;
  const [fitLevel, intentLevel] = [
    levelOf(fitted?.score ?? null, levelCuts),
    levelOf(intended?.score ?? null, levelCuts),
  ];
  const uncapped = (each: { score: number; cap: number } | null) => (each ? each.score - each.cap : 0);
  const worth = revenue && scoreBins(revenue as unknown as ModelDocument, binsOf(revenue, row.now));
  const milli = worth ? uncapped(worth) : 0;
  const middle = revenue && centsOf(revenue, milli);
  const upward = [
    ...(fitted?.points ?? []),
    ...(intended?.points ?? new Array(intent?.terms.length ?? 0).fill(0)),
  ]
    .map((points, term) => ({ points, term }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || a.term - b.term)
    .slice(0, 3)
    .map(({ points, term }) => points * 256 + 255 - term);
  return {
    fit: fitted?.score ?? null,
    intent: intended?.score ?? null,
    fit_level: fitLevel,
    intent_level: intentLevel,
    ...segmentOf(fitLevel, intentLevel, matrix),
    probability: likely(),
    revenue_low: revenue ? centsOf(revenue, milli + revenue.low) : null,
    revenue_high: revenue ? centsOf(revenue, milli + revenue.high) : null,
    revenue_band:
      middle === null
        ? ''
        : (bands.find(({ belowCents }) => belowCents === null || middle < belowCents)?.label ?? ''),
    drivers: [...upward, 0, 0, 0].slice(0, 3),
  };

  function likely(): number | null {
    if (!propensity || !row.observed) return null;
    if (propensity.format === 2)
      return probabilityOf(propensity, uncapped(scoreBins(propensity, binsOf(propensity, row.now))));
    if (!intended || (propensity.fit !== null && !fitted)) return null;
    return propensityOf(propensity, {
      fit: propensity.fit === null ? 0 : uncapped(fitted),
      intent: uncapped(intended),
    });
  }
}

const nothing = {
  fit: null,
  intent: null,
  fit_level: null,
  intent_level: null,
  code: null,
  cluster: null,
  probability: null,
  revenue_low: null,
  revenue_high: null,
  revenue_band: '',
  drivers: [0, 0, 0],
};
