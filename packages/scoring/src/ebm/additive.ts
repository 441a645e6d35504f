import type { EbmFeature } from './bins';

/** One feature: `table[fine bin]`. More: row-major over their coarse bins. In log-odds. */
export type EbmTerm = { features: number[]; table: Float64Array };

/** The fitted model as data: log-odds = intercept + one cell of every term. */
export type AdditiveModel = { features: EbmFeature[]; intercept: number; terms: EbmTerm[] };

/** What one bag's start says: log-odds by feature and fine bin. */
export type Mains = { intercept: number; tables: Float64Array[] };

export function noMains(features: EbmFeature[], intercept: number): Mains {
  return { intercept, tables: features.map(({ coarse }) => new Float64Array(coarse.length)) };
}

/** Log-odds by row; with `rows` only those are filled. */
export function mainScores(
  { intercept, tables }: Mains,
  { fine }: { fine: Uint8Array[] },
  rows?: Int32Array,
): Float64Array {
  const scores = new Float64Array(fine[0]?.length ?? 0).fill(intercept);
  tables.forEach((table, f) => {
    const bins = fine[f]!;
    if (rows) for (let i = 0; i < rows.length; i++) scores[rows[i]!]! += table[bins[rows[i]!]!]!;
    else for (let row = 0; row < scores.length; row++) scores[row]! += table[bins[row]!]!;
  });
  return scores;
}
