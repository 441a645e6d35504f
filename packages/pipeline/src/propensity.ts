import type { ModelDocument } from '@ascent/schemas';
import { fitPropensity, sumsOfRows } from '@ascent/scoring';
import { keepDocument } from '@ascent/services';
import type { Month } from './month';
import type { ProductRows, Snapshots } from './training-rows';

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

/** Calibrates both scores together on rows of the latest cut-off and keeps the result under its id. */
export async function keepPropensity(
  month: Month,
  { product, fit, intent, snapshots, rows, which, logits }: Calibration,
): Promise<string> {
  const { p35, deciPerLogit } = intent.anchors;
  const sumsAt = (at: Uint32Array) => (model: ModelDocument) =>
    sumsOfRows(model, {
      features: snapshots.features,
      fine: snapshots.fine.map((column) => Uint8Array.from(at, (row) => column[row]!)),
    });
  const sums = sumsAt(Uint32Array.from(which, (row) => rows.origin[row]!));
  const all = sumsAt(rows.origin);
  const fitted = fitPropensity(
    {
      fit: fit && sums(fit),
      intent: logits
        ? logits.map((logit) => 300 + (logit - p35) * deciPerLogit)
        : Float64Array.from(sums(intent)),
      labels: Uint8Array.from(which, (row) => rows.labels[row]!),
    },
    { fit, intent },
    { fit: fit && all(fit), intent: Float64Array.from(all(intent)), labels: rows.labels },
  );
  const { period } = month;
  const kept = await keepDocument(month.db, 'propensity', {
    product,
    period,
    document: { format: 1, product, period, fit: fit?.id ?? null, intent: intent.id, ...fitted },
  });
  return kept.id;
}
