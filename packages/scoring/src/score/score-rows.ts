import type { FactBins, ModelDocument } from '@ascent/schemas';
import { coarseCount } from './score-account';

type Additive = Pick<ModelDocument, 'features' | 'terms' | 'base'>;
/** Rows of stored bins: `fine[feature][row]`. */
export type FineRows = { features: readonly FactBins[]; fine: readonly Uint8Array[] };

/** The uncapped sum of points of every row; throws when a feature of the model is not among the rows, or binned otherwise. */
export function sumsOfRows(model: Additive, rows: FineRows): Int32Array {
  const columns = model.features.map((feature) => columnOf(feature, rows));
  const count = rows.fine[0]?.length ?? 0;
  const sums = new Int32Array(count).fill(model.base);
  const coarse = model.features.map((feature, f) => coarseColumn(feature, columns[f]!));
  for (const { features, points } of model.terms) {
    const [first, ...others] = features;
    if (others.length === 0) {
      const bins = columns[first!]!;
      for (let row = 0; row < count; row++) sums[row]! += points[bins[row]!]!;
      continue;
    }
    const at = Int32Array.from(coarse[first!]!());
    for (const f of others) {
      const size = coarseCount(model.features[f]!);
      const bins = coarse[f]!();
      for (let row = 0; row < count; row++) at[row] = at[row]! * size + bins[row]!;
    }
    for (let row = 0; row < count; row++) sums[row]! += points[at[row]!]!;
  }
  return sums;
}

/** Whether a model can look at these rows: it knows each of its features by the same bins. */
export function canScore(model: Pick<ModelDocument, 'features'>, features: readonly FactBins[]): boolean {
  return model.features.every((feature) => {
    const known = features.find(({ fact }) => fact === feature.fact);
    return known !== undefined && JSON.stringify(known) === JSON.stringify(feature);
  });
}

function columnOf(feature: FactBins, rows: FineRows): Uint8Array {
  const at = rows.features.findIndex(({ fact }) => fact === feature.fact);
  if (at < 0 || JSON.stringify(rows.features[at]) !== JSON.stringify(feature))
    throw new Error(`the rows have no ${feature.fact} in the bins that the model knows`);
  return rows.fine[at]!;
}

/** Made when first asked for: most features stand in single terms only. */
function coarseColumn({ coarse }: FactBins, fine: Uint8Array): () => Uint8Array {
  let made: Uint8Array | null = null;
  return () => {
    made ??= fine.map((bin) => coarse[bin]!);
    return made;
  };
}
