import {
  type Bins,
  type Level,
  type LevelCuts,
  type Matrix,
  type ModelDocument,
  SCORE_MAX,
} from '@ascent/schemas';
import { binCount } from '../bin/bin-of';
import { factColumn, literal } from '../facts/column';

/** SQL for the points of every term, as Array(Int16), over the columns of the features table. */
export function pointsSql(model: ModelDocument): string {
  const terms = model.terms.map((term) => {
    const index = term.features
      .map((feature) => ({ sql: binSql(model, feature), size: binCount(model.features[feature]!.bins) }))
      .reduce((at, { sql, size }) => (at === '' ? sql : `(${at}) * ${size} + ${sql}`), '');
    return `[${term.points.join(',')}][1 + ${index}]`;
  });
  return `CAST([${terms.join(',\n')}], 'Array(Int16)')`;
}

/** The uncapped sum, from the array of points. */
export function sumSql(model: ModelDocument, points: string): string {
  return `(${model.base} + toInt32(arraySum(${points})))`;
}

export function scoreSql(sum: string): string {
  return `toUInt16(least(${SCORE_MAX}, greatest(0, ${sum})))`;
}

export function probabilitySql(model: ModelDocument, sum: string): string {
  const { from, step, millionths } = model.probability;
  const index = `least(${millionths.length - 1}, greatest(0, toInt64(floor((${sum} - ${from}) / ${step}))))`;
  return `toUInt32([${millionths.join(',')}][1 + ${index}])`;
}

export function levelSql(score: string, { high, medium, low }: LevelCuts): string {
  return `multiIf(${score} IS NULL, NULL, ${score} >= ${high}, 'High', ${score} >= ${medium}, 'Medium', ${score} >= ${low}, 'Low', 'Very low')`;
}

const LEVELS: Level[] = ['High', 'Medium', 'Low', 'Very low'];

export function codeSql(fit: string, intent: string, matrix: Matrix): string {
  const cells = LEVELS.flatMap((f) =>
    LEVELS.map((i) => `${fit} = ${literal(f)} AND ${intent} = ${literal(i)}, ${literal(matrix.codes[f][i])}`),
  );
  return `multiIf(${fit} IS NULL OR ${intent} IS NULL, NULL, ${cells.join(', ')}, NULL)`;
}

export function clusterSql(fit: string, code: string, matrix: Matrix): string {
  const byCode = Object.entries(matrix.clusters).map(
    ([c, cluster]) => `${code} = ${literal(c)}, ${literal(cluster)}`,
  );
  const byFit = LEVELS.map((f) => `${fit} = ${literal(f)}, ${literal(matrix.clusterByFit[f])}`);
  return `multiIf(${fit} IS NULL, NULL, ${code} IS NOT NULL, multiIf(${byCode.join(', ')}, NULL), multiIf(${byFit.join(', ')}, NULL))`;
}

function binSql(model: ModelDocument, index: number): string {
  const feature = model.features[index]!;
  const column = factColumn(feature.fact);
  return oneBinSql(feature.bins, column);
}

function oneBinSql(bins: Bins, column: string): string {
  switch (bins.kind) {
    case 'number': {
      const value = `assumeNotNull(${column})`;
      return `if(isNull(${column}), 0, 1${bins.edges.map((edge) => ` + (${value} >= ${edge})`).join('')})`;
    }
    case 'category': {
      if (bins.levels.length === 0) return '0';
      return `transform(ifNull(toString(${column}), ''), [${bins.levels.map(literal).join(', ')}], [${bins.levels.map((_, i) => i + 1).join(', ')}], 0)`;
    }
  }
}
