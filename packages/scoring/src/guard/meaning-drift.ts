import type { TrainingRows } from '../train/training-rows';
import { letFree, type SlopeScores, slopeScores } from './slope-scores';

/** One false alarm in so many months, whatever the number of facts. */
const MONTHS_TO_A_FALSE_ALARM = 100;
/** The newest periods against all before them: a quarter of a year, which finds fresh changes, and half a year. */
const SPANS = [3, 6] as const;
/** A change needs something before it, and a slope some purchases. */
const PERIODS_MIN = 6;
const POSITIVES_MIN = 40;

export type MeaningDrift = {
  fact: string;
  /** Products whose purchases were looked at. */
  products: string[];
  /** By how many standard errors it tells more or, below zero, less than it did, beside the facts that are alarmed already. */
  z: number;
  /** How many of the newest periods differ most from those before. */
  span: number;
  alarm: boolean;
};

/** Changes are added over products as they are, and by what the fact tells of each: most products hardly mind most facts. */
const WAYS = ['plain', 'telling'] as const;

/**
 * Facts that tell something else of the newest purchases than of those before: rows of each product by period, oldest
 * first, each labelled with the purchases of its own period alone, so that every period is new evidence. Facts that
 * hang together move together: the clearest change is alarmed, let free, and the rest judged beside it, until what is
 * left may be chance (Holm over all facts, spans and ways).
 */
export function meaningDrift(
  watched: readonly { product: string; rows: TrainingRows }[],
  falseAlarms = 1 / MONTHS_TO_A_FALSE_ALARM,
): MeaningDrift[] {
  const scored = placedAccounts(
    watched.flatMap(({ product, rows }) => {
      const positives = rows.labels.reduce((sum, label) => sum + label, 0);
      if (rows.cutOffDays.length < PERIODS_MIN || positives < POSITIVES_MIN) return [];
      const scores = slopeScores(rows, SPANS);
      return scores ? [{ product, scores }] : [];
    }),
  );
  let open = [...new Set(scored.flatMap(({ scores }) => scores.facts))];
  const alarmed: MeaningDrift[] = [];
  for (;;) {
    const judged = open.map((fact) => clearest(scored, fact)).sort(byClarity);
    const [first] = judged;
    const tests = open.length * SPANS.length * WAYS.length;
    if (!first || tests * twoSided(first.z) > falseAlarms) return [...alarmed, ...judged];
    alarmed.push({ ...first, alarm: true });
    open = open.filter((fact) => fact !== first.fact);
    for (const { scores } of scored) {
      const f = scores.facts.indexOf(first.fact);
      for (let span = 0; f >= 0 && span < SPANS.length; span++) letFree(scores, f * SPANS.length + span);
    }
  }
}

/** `at`: where each of the product's accounts stands among those of all products. */
type Scored = { product: string; scores: SlopeScores; at: Int32Array; accounts: number };

function placedAccounts(scored: { product: string; scores: SlopeScores }[]): Scored[] {
  const places = new Map<number, number>();
  const placed = scored.map(({ product, scores }) => {
    const at = Int32Array.from(scores.accounts, (account) => {
      const place = places.get(account) ?? places.size;
      places.set(account, place);
      return place;
    });
    return { product, scores, at };
  });
  return placed.map((each) => ({ ...each, accounts: places.size }));
}

function clearest(scored: Scored[], fact: string): MeaningDrift {
  const own = scored.filter(({ scores }) => scores.facts.includes(fact));
  const slopeOf = ({ scores }: Scored) => scores.slopes[scores.facts.indexOf(fact)]!;
  // Told plainly, a slope that falls tells less where it was above zero and more where it was below.
  const sign = Math.sign(own.reduce((sum, each) => sum + slopeOf(each), 0)) || 1;
  const found = { span: 0, z: 0 };
  SPANS.forEach((span, index) => {
    for (const way of WAYS) {
      const z = pooled(own, fact, { span: index, weightOf: way === 'plain' ? () => sign : slopeOf });
      if (Math.abs(z) > Math.abs(found.z)) Object.assign(found, { span, z });
    }
  });
  const z = Math.round(100 * found.z) / 100;
  return { fact, products: own.map(({ product }) => product), z, span: found.span || SPANS[0], alarm: false };
}

/**
 * The change of a fact's slope over products, in standard errors. What an account buys in one month and of one product
 * goes with what it buys in another: the error is that of the sums of accounts, not of rows.
 */
function pooled(
  own: Scored[],
  fact: string,
  { span, weightOf }: { span: number; weightOf: (of: Scored) => number },
): number {
  const sums = new Float64Array(own[0]?.accounts ?? 0);
  for (const each of own) {
    const { facts, size, shares } = each.scores;
    const from = facts.indexOf(fact) * SPANS.length + span;
    const weight = weightOf(each);
    each.at.forEach((place, index) => {
      sums[place]! += weight * shares[index * size + from]!;
    });
  }
  let [sum, squares] = [0, 0];
  for (const share of sums) {
    sum += share;
    squares += share * share;
  }
  return squares > 0 ? sum / Math.sqrt(squares) : 0;
}

function byClarity(a: MeaningDrift, b: MeaningDrift): number {
  return Math.abs(b.z) - Math.abs(a.z) || (a.fact < b.fact ? -1 : 1);
}

/** Chance of a standard normal so far from zero: the complementary error function to seven digits. */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const powers = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ];
  const series = powers.reduceRight((sum, each) => each + t * sum, 0);
  return t * Math.exp(-x * x + series);
}
