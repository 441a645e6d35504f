import { CLUSTERS, LEVELS, type LevelCuts, type Matrix, SCORE_MAX, SEGMENT_CODES } from '@ascent/schemas';

/** Levels, codes and clusters as numbers from 1, in the order of their lists. */

export function scoreSql(sum: string): string {
  return `toUInt16(least(${SCORE_MAX}, greatest(0, ${sum})))`;
}

export function levelNumberSql(score: string, { high, medium, low }: LevelCuts): string {
  return `(4 - (${score} >= ${high}) - (${score} >= ${medium}) - (${score} >= ${low}))`;
}

/** Of two level numbers. Sixteen numbers below 16 stand in one word: arithmetic is cheaper here than any lookup. */
export function codeNumberSql(fit: string, intent: string, matrix: Matrix): string {
  const codes = LEVELS.flatMap((f) => LEVELS.map((i) => SEGMENT_CODES.indexOf(matrix.codes[f][i]) + 1));
  return nibbleSql(codes, `${fit} * 4 + ${intent} - 5`);
}

export function clusterNumberSql(fit: string, intent: string, matrix: Matrix): string {
  const clusters = LEVELS.flatMap((f) =>
    LEVELS.map((i) => CLUSTERS.indexOf(matrix.clusters[matrix.codes[f][i]]) + 1),
  );
  return nibbleSql(clusters, `${fit} * 4 + ${intent} - 5`);
}

/** The cluster of a fit level while intent is unknown. */
export function clusterByFitSql(fit: string, matrix: Matrix): string {
  return nibbleSql(
    LEVELS.map((f) => CLUSTERS.indexOf(matrix.clusterByFit[f]) + 1),
    `${fit} - 1`,
  );
}

export const LEVEL_TYPE = enumType(LEVELS);
export const CODE_TYPE = enumType(SEGMENT_CODES);
export const CLUSTER_TYPE = enumType(CLUSTERS);

function enumType(words: readonly string[]): string {
  return `Enum8(${words.map((word, at) => `'${word}' = ${at + 1}`).join(', ')})`;
}

function nibbleSql(values: number[], index: string): string {
  const word = values.reduceRight((all, value) => all * 16n + BigInt(value), 0n);
  return `bitAnd(bitShiftRight(toUInt64(${word}), (${index}) * 4), 15)`;
}
