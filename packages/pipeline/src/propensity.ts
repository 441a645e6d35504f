import type { CombinedPropensity, ModelDocument } from '@ascent/schemas';
import { fitPropensity } from '@ascent/scoring';
import type { Month } from './month';
import { type ProductRows, type Snapshots, sumsAt } from './training-rows';

export type Calibration = {
  product: string;
  fit: ModelDocument | null;
  intent: ModelDocument;
  snapshots: Snapshots;
  rows: ProductRows;
  /** Rows of the latest cut-off, and what the challenger said of them before it learnt from them; null = what `intent` says. */
  which: Uint32Array;
  logits: Float64Array | null;
};

/** Both scores together, calibrated on rows of the latest cut-off. */
export function combineScores(
  month: Month,
  { product, fit, intent, snapshots, rows, which, logits }: Calibration,
): Omit<CombinedPropensity, 'id'> {
  const { p35, deciPerLogit } = intent.anchors;
  const latest = sumsAt(
    snapshots,
    which.map((row) => rows.origin[row]!),
  );
  const all = sumsAt(snapshots, rows.origin);
  const fitted = fitPropensity(
    {
      fit: fit && latest(fit),
      intent: logits
        ? logits.map((logit) => 300 + (logit - p35) * deciPerLogit)
        : Float64Array.from(latest(intent)),
      labels: Uint8Array.from(which, (row) => rows.labels[row]!),
    },
    { fit, intent },
    { fit: fit && all(fit), intent: Float64Array.from(all(intent)), labels: rows.labels },
  );
  const { period } = month;
  return { format: 1, product, period, fit: fit?.id ?? null, intent: intent.id, ...fitted };
}
