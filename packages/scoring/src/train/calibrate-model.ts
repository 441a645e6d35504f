import type { ModelDocument } from '@ascent/schemas';
import { interceptFor, logisticOf } from './logistic-of';
import { logitOf } from './to-document';

/** Rows with what was said of each in log-odds, and whether it bought. */
type Said = { logits: Float64Array; labels: Uint8Array };

/**
 * The model with the probabilities that later rows ask of it: its log-odds are drawn together (or apart) as `held`, which
 * had taught nothing when it was said of them, tells; the rate is that of `all` rows, since one cut-off alone stands for
 * its season. Null when the later rows would turn the scores round.
 */
export function calibratedModel(model: ModelDocument, held: Said, all: Said): ModelDocument | null {
  const [slope] = logisticOf([held.logits], held.labels).slopes;
  if (!(slope! > 0)) return null;
  const base = interceptFor(
    all.logits.map((logit) => slope! * logit),
    all.labels,
  );
  const { from, step, millionths } = model.probability;
  const logit = (index: number) => logitOf(model.anchors, from + index * step + (step - 1) / 2);
  return {
    ...model,
    probability: {
      from,
      step,
      millionths: millionths.map((_, index) =>
        Math.round(1_000_000 / (1 + Math.exp(-base - slope! * logit(index)))),
      ),
    },
  };
}
