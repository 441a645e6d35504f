import type { CombinedPropensity, ModelDocument } from '@ascent/schemas';
import { isJury, logLoss, probabilityOf, propensityOf, rowsWhere } from '@ascent/scoring';
import type { Training } from './training';
import { sumsAt } from './training-rows';

export type Losses = { own: number; combined: number; rows: number };

/**
 * Log loss of a propensity of its own and of both scores together, on the accounts that taught none of the three models,
 * at every cut-off: those of the latest alone bought too rarely. Null where there are none of a class.
 */
export function lossesBeside(
  { rows, snapshots }: Training,
  own: ModelDocument,
  combined: {
    document: Omit<CombinedPropensity, 'id'>;
    fit: ModelDocument | null;
    intent: ModelDocument;
  },
): Losses | null {
  const which = rowsWhere(rows, (row) => isJury(rows.account[row]!));
  const sums = sumsAt(
    snapshots,
    which.map((row) => rows.origin[row]!),
  );
  const labels = Uint8Array.from(which, (row) => rows.labels[row]!);
  const lossOf = (millionths: (row: number) => number) =>
    logLoss(
      Float64Array.from(labels, (_, row) => Math.min(1 - BOUND, Math.max(BOUND, millionths(row) / 1e6))),
      labels,
    );
  const said = sums(own);
  const [fit, intent] = [combined.fit && sums(combined.fit), sums(combined.intent)];
  const losses = {
    own: lossOf((row) => probabilityOf(own, said[row]!)),
    combined: lossOf((row) =>
      propensityOf(combined.document, { fit: fit ? fit[row]! : 0, intent: intent[row]! }),
    ),
  };
  if (losses.own === null || losses.combined === null || labels.length === 0) return null;
  return { own: losses.own, combined: losses.combined, rows: labels.length };
}

/** A model of its own has to miss less; where both miss alike, the scores that people see say the probability too. */
export function isWorse({ own, combined }: Losses): boolean {
  return !(own < combined);
}

const BOUND = 1e-6;
