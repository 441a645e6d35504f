import type { CombinedPropensity, ModelDocument } from '@ascent/schemas';
import { interceptFor, logisticOf } from './logistic-of';
import { probabilityTable } from './to-document';

const UNIT = 1024;

export type PropensityRows = {
  /** Uncapped sums of points by row; `fit` is null where the product has no fit model. */
  fit: Int32Array | null;
  intent: Float64Array;
  labels: Uint8Array;
};
type Scale = Pick<ModelDocument, 'anchors'>;

/**
 * Calibrated probability of a purchase from both scores, fitted on rows that tested the intent model: a logistic
 * regression on the two sums of points, its weights in whole 1/1024 so that the engine gives the same number. With
 * `all`, rows of every cut-off, the rate is theirs: one cut-off alone stands for its season.
 */
export function fitPropensity(
  { fit, intent, labels }: PropensityRows,
  models: { fit: ModelDocument | null; intent: ModelDocument },
  all: PropensityRows | null = null,
): Pick<CombinedPropensity, 'weights' | 'probability'> {
  const scale = (model: Scale) => model.anchors.deciPerLogit;
  const columns = [intent.map((sum) => sum / scale(models.intent))];
  if (fit && models.fit) columns.push(Float64Array.from(fit, (sum) => sum / scale(models.fit!)));
  const { intercept, slopes } = logisticOf(columns, labels);
  // A score that speaks against itself is noise: it is left out.
  const perPoint = slopes.map(
    (slope, at) => Math.max(0, slope) / scale(at === 0 ? models.intent : models.fit!),
  );
  const steepest = Math.max(...perPoint);
  const [intentWeight, fitWeight = 0] = perPoint.map((each) =>
    steepest > 0 ? Math.round((UNIT * each) / steepest) : 0,
  );
  const said = (row: number, of: PropensityRows) =>
    (steepest * (intentWeight! * of.intent[row]! + fitWeight * (of.fit?.[row] ?? 0))) / UNIT;
  const base = all
    ? interceptFor(
        Float64Array.from(all.labels, (_, row) => said(row, all)),
        all.labels,
      )
    : intercept;
  const ends = (model: ModelDocument | null, weight: number) =>
    model ? [weight * lowest(model), weight * highest(model)] : [0, 0];
  const [intentEnds, fitEnds] = [ends(models.intent, intentWeight!), ends(models.fit, fitWeight)];
  return {
    weights: { fit: fitWeight, intent: intentWeight! },
    probability: probabilityTable(
      intentEnds[0]! + fitEnds[0]!,
      intentEnds[1]! + fitEnds[1]!,
      (sum) => base + (steepest * sum) / UNIT,
    ),
  };
}

/** The calibrated probability in millionths of both uncapped sums. */
export function propensityOf(
  { weights, probability }: Pick<CombinedPropensity, 'weights' | 'probability'>,
  { fit, intent }: { fit: number; intent: number },
): number {
  const { from, step, millionths } = probability;
  const index = Math.floor((weights.fit * fit + weights.intent * intent - from) / step);
  return millionths[Math.min(millionths.length - 1, Math.max(0, index))]!;
}

function lowest({ probability }: ModelDocument): number {
  return probability.from;
}

function highest({ probability: { from, step, millionths } }: ModelDocument): number {
  return from + step * millionths.length;
}
