import type { LeakageFinding, ModelCard, ModelDocument } from '@ascent/schemas';
import { type EbmOptions, type FittedEbm, fitBinned } from '../ebm/fit-binned';
import { logOddsOf } from '../ebm/predict';
import { fitBinnedYardstick, yardstickLogits } from '../ebm/yardstick';
import { findLeaks } from '../guard/leakage';
import { cellOf } from '../score/score-account';
import { chooseAlternatives } from './choose-alternatives';
import { compareChampion } from './compare-champion';
import { conceptDrift } from './concept-drift';
import { asFineTable, logisticPeer } from './fine-rows';
import { calibrationOf, decilesOf, liftFrom, measure } from './measure';
import { splitByTime, splitJury } from './split-by-time';
import { findAnchors, type Naming, toDocument } from './to-document';
import { rowsWhere, sampled, type TrainingRows, takeFacts, takeTraining, thinned } from './training-rows';

/** Below this many purchases a score would be a bluff. */
export const POSITIVES_MIN = 40;
/** A High level that buys less than this many times the base rate is not worth publishing. */
export const HIGH_LEVEL_LIFT_MIN = 2;
/** More rows hardly change a judgement. */
const ROWS_MAX = 10_000;
const PAIRS_MAX = 8;
/** What is spent on the model that serves; a propensity looks at more facts, which more rows tell apart. */
const EFFORTS = {
  usual: { bags: 4, rowsMax: ROWS_MAX, yardstick: true },
  propensity: { bags: 2, rowsMax: 16_000, yardstick: false },
};
/** Enough to tell what no honest fact tells. */
const GUARD_ROWS_MAX = 10_000;

export type TrainingJob = {
  naming: Naming;
  definition: ModelCard['definition'];
  /** All facts that the model or one of its alternatives looks at. */
  rows: TrainingRows;
  facts: string[];
  /** Of each list one fact is chosen on held-out accounts: the same signal with different half-lives. */
  alternatives: string[][];
  monotone: Record<string, 1 | -1>;
  /** The days of the cut-offs, for the card. */
  cutOffs: string[];
  champion: ModelDocument | null;
  /** What has to be shown on later rows: a High level worth its name, or fewer surprises than the plain rate gives. */
  gate?: 'lift' | 'log-loss';
};

/** What the challenger said of the rows that tested it: row numbers of the job and log-odds. */
export type HeldOut = { rows: Uint32Array; logits: Float64Array };
export type Trained = { document: ModelDocument | null; card: ModelCard; heldOut: HeldOut | null };

/** Trains one model and judges it on later rows; no document when there is too little evidence or no lift. */
export function trainModel(job: TrainingJob): Trained {
  const { naming } = job;
  const leakage = leakageOf(job);
  const chosen = chooseAlternatives(withoutFacts(job, leakage));
  const all = takeFacts(job.rows, chosen.facts);
  const card = { ...emptyCard(job, chosen.alternatives), leakage };
  if (all.features.length === 0)
    return refused(card, 'nothing is left to learn from: every fact looks leaked');
  const few = tooFew(all.labels);
  if (few) return refused(card, few);
  const split = splitByTime(all);
  card.validationCutOff = job.cutOffs.at(-1) ?? null;
  const effort = naming.kind === 'propensity' ? EFFORTS.propensity : EFFORTS.usual;
  const { bags } = effort;
  const options = {
    ...{ bags, pairsMax: PAIRS_MAX, seed: naming.seed },
    monotone: monotoneOf(job, chosen.facts),
  };
  const earlier = thinned(takeTraining(all, split.train), ROWS_MAX);
  const later = takeTraining(all, split.test);
  const fewToLearn = tooFew(earlier.labels) ?? tooFew(later.labels, POSITIVES_MIN / 4);
  if (fewToLearn) return refused(card, fewToLearn);
  // Half the bags judge well enough what all of them will do.
  const challenger = fitRows(earlier, { ...options, bags: bags / 2 });
  const logits = logOddsOf(challenger.model, later.fine, later.labels.length);
  const p = logits.map((logit) => 1 / (1 + Math.exp(-logit)));
  Object.assign(card, {
    method: challenger.method,
    candidates: challenger.candidates.map(({ method, outOfBagLoss }) => ({ method, outOfBagLoss })),
    metrics: {
      ...card.metrics,
      model: measure(logits, later.labels),
      logistic: measure(logisticPeer(earlier, later, naming.seed).logits, later.labels),
      yardstick: effort.yardstick ? measure(yardstick(earlier, later, naming.seed), later.labels) : null,
    },
    calibration: calibrationOf(p, later.labels),
    deciles: decilesOf(logits, later.labels),
    highLevelLift: liftFrom(logits, later.labels, findAnchors(logits)?.p90 ?? Infinity),
    concepts: conceptDrift(earlier, later, logits),
  } satisfies Partial<ModelCard>);
  const heldOut = { rows: split.test, logits };
  const failed = job.gate === 'log-loss' ? noBetterThanRate(card, earlier) : noLift(card);
  if (failed) return { ...refused(card, failed), heldOut };
  const fitted = fitRows(thinned(takeTraining(all, splitJury(all).teach), effort.rowsMax), options);
  const now = latest(all);
  const anchors = findAnchors(logOddsOf(fitted.model, now.fine, now.labels.length));
  if (!anchors || fitted.method === 'prior')
    return { ...refused(card, 'no signal: all accounts score alike'), heldOut };
  const document = toDocument(naming, fitted.method, {
    features: all.features,
    model: fitted.model,
    anchors,
  });
  const judged = compareChampion(job.champion, document, job.rows);
  return {
    document,
    card: {
      ...card,
      method: fitted.method,
      metrics: { ...card.metrics, champion: judged.champion, contender: judged.contender },
      terms: importances(document, now),
      published: true,
      decision: judged.decision,
      reason: judged.reason,
    },
    heldOut,
  };
}

/** Facts that look as if they were known only after the outcome: named on the card and left out. */
function leakageOf({ rows, facts, alternatives }: TrainingJob): LeakageFinding[] {
  const own = sampled(takeFacts(rows, [...new Set([...facts, ...alternatives.flat()])]), GUARD_ROWS_MAX);
  return findLeaks(asFineTable(own), own.cutOff).map(({ column, kind, auc, message }) => ({
    column,
    kind: kind === 'value' ? 'single-feature' : 'missingness',
    figure: auc,
    message,
    blocked: true,
  }));
}

function withoutFacts(job: TrainingJob, leakage: LeakageFinding[]): TrainingJob {
  const leaked = new Set(leakage.map(({ column }) => column));
  const clean = (facts: string[]) => facts.filter((fact) => !leaked.has(fact));
  return {
    ...job,
    facts: clean(job.facts),
    alternatives: job.alternatives.map(clean).filter((list) => list.length > 0),
  };
}

function fitRows(rows: TrainingRows, options: EbmOptions): FittedEbm {
  return fitBinned(asFineTable(rows), options);
}

/** Boosted trees on the same rows: what it costs that the model explains itself. */
function yardstick(earlier: TrainingRows, later: TrainingRows, seed: number): Float64Array {
  return yardstickLogits(fitBinnedYardstick(asFineTable(earlier), { seed, bags: 1, rate: 0.12 }), later.fine);
}

function monotoneOf({ monotone }: TrainingJob, facts: string[]): Record<string, 1 | -1> {
  return Object.fromEntries(Object.entries(monotone).filter(([fact]) => facts.includes(fact)));
}

/** Rows of the last cut-off: the accounts as they are nearest to now. */
function latest(rows: TrainingRows): TrainingRows {
  const last = rows.cutOffDays.length - 1;
  return takeTraining(
    rows,
    rowsWhere(rows, (row) => rows.cutOff[row] === last),
  );
}

/** Mean absolute points of every term over some accounts, strongest first. */
function importances(document: ModelDocument, rows: TrainingRows): ModelCard['terms'] {
  const columns = document.features.map(
    ({ fact }) => rows.fine[rows.features.findIndex((each) => each.fact === fact)]!,
  );
  const sums = new Float64Array(document.terms.length);
  const bins = new Array<number>(columns.length);
  for (let row = 0; row < rows.labels.length; row++) {
    for (let f = 0; f < columns.length; f++) bins[f] = columns[f]![row]!;
    document.terms.forEach(({ features, points }, at) => {
      sums[at]! += Math.abs(points[cellOf(document, features, bins)]!);
    });
  }
  return document.terms
    .map(({ features }, at) => ({
      facts: features.map((f) => document.features[f]!.fact),
      importance: Math.round(sums[at]! / Math.max(1, rows.labels.length)) / 10,
    }))
    .sort((a, b) => b.importance - a.importance);
}

function noLift({ highLevelLift }: ModelCard): string | null {
  if ((highLevelLift ?? 0) >= HIGH_LEVEL_LIFT_MIN) return null;
  return `no lift: the High level buys ${highLevelLift?.toFixed(2) ?? '0'} times the base rate on later data`;
}

/** The rate of the earlier rows, said of all later ones alike, is what the model has to beat. */
function noBetterThanRate({ metrics: { model } }: ModelCard, { labels }: TrainingRows): string | null {
  const rate = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const share = model.positives / model.rows;
  const constant = -share * Math.log(rate) - (1 - share) * Math.log(1 - rate);
  if (model.logLoss !== null && model.logLoss < constant) return null;
  return `no signal: log loss ${model.logLoss?.toFixed(4) ?? 'unknown'} against ${constant.toFixed(4)} of the plain rate on later data`;
}

function tooFew(labels: Uint8Array, least = POSITIVES_MIN): string | null {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  if (positives >= least && labels.length - positives >= least) return null;
  return `too little data: ${positives} purchases in ${labels.length} rows`;
}

function emptyCard(
  { rows, cutOffs, definition, champion }: TrainingJob,
  alternatives: ModelCard['alternatives'],
): ModelCard {
  const none = {
    rows: 0,
    positives: 0,
    auc: null,
    prAuc: null,
    logLoss: null,
    brier: null,
    ece: null,
    lift10: null,
  };
  return {
    format: 2,
    definition,
    trainingRows: rows.labels.length,
    trainingPositives: rows.labels.reduce((sum, y) => sum + y, 0),
    trainingCutOffs: cutOffs,
    validationCutOff: null,
    method: '',
    candidates: [],
    metrics: { model: none, champion: null, contender: null, logistic: null, yardstick: null },
    championId: champion?.id ?? null,
    calibration: [],
    deciles: [],
    highLevelLift: null,
    terms: [],
    alternatives,
    leakage: [],
    concepts: [],
    published: false,
    decision: 'refused',
    reason: '',
  };
}

function refused(card: ModelCard, reason: string): Trained {
  return { document: null, card: { ...card, reason }, heldOut: null };
}
