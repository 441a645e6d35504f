import { bagSource } from './bag-table';
import { type Bag, drawBags, laterRows } from './bags';
import type { WholeTable } from './bin-rows';
import { blendScores, blendWeights } from './blend-weights';
import { blend } from './collapse';
import type { BagModel } from './job';
import { logitLoss, lossOf, priorLogit } from './loss';
import type { FittedEbm, Method } from './options';
import { outOfBag } from './out-of-bag';
import { calibrated, fitPlatt, fitShift, type Line } from './platt';
import { purify } from './purify';

/** Log loss that triples must win out of bag for their size. */
const TRIPLES_MARGIN = 0.0005;
/** Standard errors by which a model must beat the rate alone out of bag. */
const PRIOR_SIGMAS = 1;
/** A model that told nothing of the last moments still ranks: its probabilities are near the rate, not all the same. */
const LATER_SLOPE_MIN = 0.1;

/** Models by bag and method: `later` are those that knew nothing of the last moments. */
export type Fits = { seed: number; methods: Method[]; models: BagModel[][]; later: BagModel[][] };

/** One model of what the bags fitted: the methods blended, calibrated, and nothing but the rate where they tell no more. */
export function chooseModel(whole: WholeTable, { seed, methods, models, later }: Fits): FittedEbm {
  const bags = drawBags(whole.labels.length, { ...bagSource(whole, seed), bags: models.length });
  const judged = methods.map((_, at) =>
    outOfBag(
      whole,
      bags,
      models.map((ofBag) => ofBag[at]!.judged),
    ),
  );
  const prior = priorOutOfBag(whole, bags);
  const { rows } = prior;
  const members = judged.map(({ scores }) => scores);
  const weights = weightsOf(members, methods, { whole, rows });
  const scores = blendScores(members, weights, rows);
  const platt = usable(fitPlatt(scores, whole, rows));
  const laterSlope = later.length > 0 ? slopeOnLater(whole, later, { weights, platt }) : null;
  const slope = platt.slope * (laterSlope ?? 1);
  const shift = laterSlope === null ? platt.shift : fitShift(scores, whole, { rows, slope });
  const calibration = { slope, shift };
  const final = scores.map((score) => score * slope + shift);
  const gain = gainSigmas(whole, rows, { before: prior.scores, after: final });
  const isPrior = !(gain >= PRIOR_SIGMAS);
  const shares = isPrior ? weights.map(() => 0) : weights;
  const share = (at: number) => shares[at]! / models.length;
  const parts = models.flatMap((ofBag) => ofBag.map(({ model }, at) => ({ model, share: share(at) })));
  const { features } = whole;
  const model = isPrior
    ? { features, intercept: priorLogit(whole), terms: [] }
    : calibrated(
        blend(
          features,
          parts.filter((part) => part.share > 0),
        ),
        calibration,
      );
  return {
    model: purify(model, whole.fine),
    method: methods.findLast((_, at) => shares[at]! > 0) ?? 'prior',
    outOfBagLoss: isPrior ? prior.loss : logitLoss(final, whole, rows),
    calibration: isPrior ? { slope: 1, shift: 0 } : calibration,
    laterSlope,
    candidates: [
      { method: 'prior', outOfBagLoss: prior.loss, share: isPrior ? 1 : 0 },
      ...methods.map((method, at) => ({ method, outOfBagLoss: judged[at]!.loss, share: shares[at]! })),
    ],
  };
}

/** A slope that turns scores round is noise. */
function usable(line: Line): Line {
  return line.slope > 0 ? line : { slope: 1, shift: 0 };
}

/** Shares of the methods by their out-of-bag scores; triples only when a blend without them is surely worse. */
function weightsOf(
  members: Float64Array[],
  methods: Method[],
  { whole, rows }: { whole: WholeTable; rows: Int32Array },
): number[] {
  const simple = methods.filter((method) => method !== 'triples').length;
  const small = blendWeights(members.slice(0, simple), whole, rows);
  if (simple === methods.length) return small.weights;
  const large = blendWeights(members, whole, rows);
  return large.loss < small.loss - TRIPLES_MARGIN ? large.weights : [...small.weights, 0];
}

/** What a bag without any column would say of the rows it held out. */
function priorOutOfBag(whole: WholeTable, bags: Bag[]) {
  const held = bags.map((bag) => new Float64Array(bag.held.length).fill(priorLogit(whole, bag.train)));
  return outOfBag(whole, bags, held);
}

/** The log loss that one set of log-odds wins over another, in its standard errors; rows of an account count as one. */
function gainSigmas(
  { labels, weights, accounts }: WholeTable,
  rows: Int32Array,
  { before, after }: { before: Float64Array; after: Float64Array },
): number {
  const gains = new Map<number, number>();
  for (const row of rows) {
    const gain =
      (weights?.[row] ?? 1) * (lossOf(before[row]!, labels[row]!) - lossOf(after[row]!, labels[row]!));
    const key = accounts ? accounts[row]! : row;
    gains.set(key, (gains.get(key) ?? 0) + gain);
  }
  let [sum, squares] = [0, 0];
  for (const gain of gains.values()) {
    sum += gain;
    squares += gain * gain;
  }
  const variance = squares - (sum * sum) / gains.size;
  return sum / Math.sqrt(Math.max(variance, 1e-12));
}

/** The slope that the last moments ask of models that had not seen them, one standard error up, at most 1. */
function slopeOnLater(
  whole: WholeTable,
  later: BagModel[][],
  { weights, platt }: { weights: number[]; platt: Line },
): number {
  const rows = laterRows(whole.times!);
  const scores = new Float64Array(whole.labels.length);
  for (const ofBag of later)
    ofBag.forEach(({ judged }, at) => {
      const share = (platt.slope * weights[at]!) / later.length;
      for (let i = 0; i < rows.length; i++) scores[rows[i]!]! += share * judged[i]!;
    });
  const { slope, error } = fitPlatt(scores, whole, rows, 1);
  return Math.min(1, Math.max(LATER_SLOPE_MIN, slope + error));
}
