import type { ModelCard, ModelDocument, ModelMetrics } from '@ascent/schemas';
import { canScore, sumsOfRows } from '../score/score-rows';
import { measure } from './measure';
import { isJury, splitJury } from './split-by-time';
import { logitOf } from './to-document';
import { rowsWhere, type TrainingRows, takeTraining } from './training-rows';

export type Comparison = {
  /** Both on the same rows; null where they did not meet. */
  champion: ModelMetrics | null;
  contender: ModelMetrics | null;
  decision: Extract<ModelCard['decision'], 'first' | 'promoted' | 'champion-kept'>;
  reason: string;
};

/**
 * The challenger is promoted when its log loss is lower than the champion's on the same rows: the latest outcomes of
 * accounts that taught neither of them. A propensity is compared on their outcomes at every cut-off:
 * the latest alone are so few that a model of half a year ago stays by luck.
 */
export function compareChampion(
  champion: ModelDocument | null,
  challenger: ModelDocument,
  rows: TrainingRows,
): Comparison {
  if (!champion)
    return { champion: null, contender: null, decision: 'first', reason: 'passed: the first of its kind' };
  if (!canScore(champion, rows.features))
    return {
      champion: null,
      contender: null,
      decision: 'promoted',
      reason: 'passed: the champion looks at facts that are no longer collected that way',
    };
  const jury = takeTraining(
    rows,
    challenger.kind === 'propensity'
      ? rowsWhere(rows, (row) => isJury(rows.account[row]!))
      : splitJury(rows).jury,
  );
  const logits = (model: ModelDocument) =>
    Float64Array.from(sumsOfRows(model, jury), (sum) => logitOf(model.anchors, sum));
  const [ours, theirs] = [logits(challenger), logits(champion)].map((each) => measure(each, jury.labels)) as [
    ModelMetrics,
    ModelMetrics,
  ];
  if (jury.labels.length === 0 || ours.logLoss === null || theirs.logLoss === null)
    return {
      champion: null,
      contender: null,
      decision: 'promoted',
      reason: 'passed: nothing is left to compare it with the champion',
    };
  const figures = `log loss ${ours.logLoss.toFixed(4)} against ${theirs.logLoss.toFixed(4)} of the champion on ${ours.rows} rows that taught neither`;
  return ours.logLoss < theirs.logLoss
    ? { champion: theirs, contender: ours, decision: 'promoted', reason: `passed: ${figures}` }
    : {
        champion: theirs,
        contender: ours,
        decision: 'champion-kept',
        reason: `the champion stays: ${figures}`,
      };
}
