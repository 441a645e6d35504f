import type { Fact, ModelCard, ModelDocument } from '@ascent/schemas';
import { liftWhere, logLoss, rocAuc } from '../evaluate/metrics';
import { binTable, findBins, rowsOf } from './bin-table';
import { type BinnedRows, fitLogistic, type LogisticFit, logOdds } from './logistic';
import { findAnchors, type Naming, toDocument } from './to-document';
import { splitByTime, type TrainingTable } from './training-table';

const PENALTIES = [3, 30, 300];
/** Below this many purchases a score would be a bluff. */
export const POSITIVES_MIN = 40;
/** A High level that buys less than this many times the base rate is not worth publishing. */
export const HIGH_LEVEL_LIFT_MIN = 2;

export type Trained = { document: ModelDocument | null; card: ModelCard };

/** Trains one model, its penalty chosen on the later rows; no document when there is too little evidence or no lift. */
export function trainModel(naming: Naming, facts: Fact[], table: TrainingTable, cutOffs: string[]): Trained {
  const card = emptyCard(table, cutOffs);
  if (card.trainingPositives < POSITIVES_MIN || card.trainingRows - card.trainingPositives < POSITIVES_MIN) {
    return refused(card, `too little data: ${card.trainingPositives} purchases in ${card.trainingRows} rows`);
  }
  const bins = findBins(facts, table);
  const binned = binTable(facts, bins, table);
  const { earlier, later } = splitByTime(table);
  const trainRows = rowsOf(binned, earlier);
  const testRows = rowsOf(binned, later);
  const tried = PENALTIES.map((penalty) => ({
    penalty,
    ...tested(fitLogistic(trainRows, penalty), testRows),
  }));
  const best = tried.reduce((a, b) => ((b.loss ?? Infinity) < (a.loss ?? Infinity) ? b : a));
  Object.assign(card, { penalty: best.penalty, auc: best.auc, logLoss: best.loss, highLevelLift: best.lift });
  if ((best.lift ?? 0) < HIGH_LEVEL_LIFT_MIN) {
    return refused(
      card,
      `no lift: the High level buys ${best.lift?.toFixed(2) ?? '0'} times the base rate on later data`,
    );
  }
  const fit = fitLogistic(binned, best.penalty);
  const anchors = findAnchors(allLogOdds(fit, latest(table, binned)));
  if (!anchors) return refused(card, 'no signal: all accounts score alike');
  return {
    document: toDocument(naming, facts, bins, fit, anchors),
    card: { ...card, published: true, reason: 'passed' },
  };
}

function tested(fit: LogisticFit, rows: BinnedRows) {
  const logits = allLogOdds(fit, rows);
  const p = logits.map((each) => 1 / (1 + Math.exp(-each)));
  const high = findAnchors(logits)?.p90 ?? Infinity;
  return {
    auc: rocAuc(logits, rows.labels),
    loss: logLoss(p, rows.labels),
    lift: liftWhere((row) => logits[row]! >= high, rows.labels),
  };
}

function allLogOdds(fit: LogisticFit, rows: BinnedRows): Float64Array {
  return Float64Array.from(rows.labels, (_, row) => logOdds(fit, rows.bins, row));
}

/** Rows of the last cut-off: the accounts as they are nearest to now. */
function latest(table: TrainingTable, binned: BinnedRows): BinnedRows {
  const last = table.cutOff.reduce((max, each) => Math.max(max, each), 0);
  const rows: number[] = [];
  for (let row = 0; row < table.cutOff.length; row++) if (table.cutOff[row] === last) rows.push(row);
  return rowsOf(binned, Uint32Array.from(rows));
}

function emptyCard(table: TrainingTable, cutOffs: string[]): ModelCard {
  return {
    trainingRows: table.labels.length,
    trainingPositives: table.labels.reduce((sum, y) => sum + y, 0),
    trainingCutOffs: cutOffs,
    validationCutOff: cutOffs.length > 1 ? cutOffs.at(-1)! : null,
    penalty: 0,
    auc: null,
    logLoss: null,
    highLevelLift: null,
    published: false,
    reason: '',
  };
}

function refused(card: ModelCard, reason: string): Trained {
  return { document: null, card: { ...card, reason } };
}
