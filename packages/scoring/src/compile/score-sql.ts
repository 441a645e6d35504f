import { type FactBins, type ModelDocument, SCORE_MAX } from '@ascent/schemas';
import { fineBinSql } from '../facts/bins-sql';
import { binColumn } from '../facts/column';
import { coarseCount } from '../score/score-account';

/** SQL for the points of every term, as Array(Int16), over facts' values or whatever else `bin` says gives their fine bins. */
export function pointsSql(
  model: Pick<ModelDocument, 'features' | 'terms'>,
  bin: (feature: FactBins) => string = fineBinSql,
): string {
  const terms = model.terms.map(({ features, points }) => {
    const alone = features.length === 1;
    const index = features
      .map((at) => {
        const feature = model.features[at]!;
        const sql = alone ? bin(feature) : `[${feature.coarse.join(',')}][1 + ${bin(feature)}]`;
        return { sql, size: coarseCount(feature) };
      })
      .reduce((at, { sql, size }) => (at === '' ? sql : `(${at}) * ${size} + ${sql}`), '');
    return `[${points.join(',')}][1 + ${index}]`;
  });
  return `CAST([${terms.join(',\n')}], 'Array(Int16)')`;
}

/** The uncapped sum, from the array of points. */
export function sumSql(model: Pick<ModelDocument, 'base'>, points: string): string {
  return `(${model.base} + toInt32(arraySum(${points})))`;
}

export function probabilitySql(model: Pick<ModelDocument, 'probability'>, sum: string): string {
  const { from, step, millionths } = model.probability;
  const index = `least(${millionths.length - 1}, greatest(0, toInt64(floor((${sum} - ${from}) / ${step}))))`;
  return `toUInt32([${millionths.join(',')}][1 + ${index}])`;
}

/** A model as one statement of its own over stored bins: base + sum of points + cap = score, in deci-points. */
export function exportSql(model: ModelDocument): string {
  const points = pointsSql(model, ({ fact }) => binColumn(fact));
  return `-- ${model.product} ${model.kind}, model ${model.id}, over bins of ${model.binning}; points in deci-points, probability in millionths.
-- Longer than the engine's default: SET max_query_size = 16777216.
SELECT release_id, as_of, account_id, ${model.base} AS base, points, score - total AS cap, score, ${probabilitySql(model, 'total')} AS probability
FROM (SELECT release_id, as_of, account_id, points, total, least(${SCORE_MAX}, greatest(0, total)) AS score
FROM (SELECT release_id, as_of, account_id, points, ${sumSql(model, 'points')} AS total
FROM (SELECT release_id, as_of, account_id, ${points} AS points FROM feature_bins)))`;
}
