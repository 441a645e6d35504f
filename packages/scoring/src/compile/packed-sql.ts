import { combinedPropensity } from '@ascent/schemas';
import { literal } from '../facts/column';
import { laneSql } from './lanes';
import { coarseStage, driverStages, hasWord, wordName, wordStage } from './lookup-stages';
import { type PackedSource, SCORE_FIELDS, type ScoreField, type ScoreValue } from './packed-source';
import { type Curve, curveKeySql } from './plan-curves';
import type { Kind, ScoringPlan } from './scoring-plan';
import {
  CLUSTER_TYPE,
  CODE_TYPE,
  clusterByFitSql,
  clusterNumberSql,
  codeNumberSql,
  LEVEL_TYPE,
  levelNumberSql,
  scoreSql,
} from './segment-sql';
import { nested, type Stage } from './stages';

const KINDS: Kind[] = ['fit', 'intent', 'propensity', 'revenue'];

/**
 * Values of every product by account, and what to select them from. Stages are nested, so that every alias stands for
 * one column; within a stage everything but the lookups is arithmetic that the engine compiles into one loop.
 */
export function packedSelect(
  plan: ScoringPlan,
  source: PackedSource,
  fields: readonly ScoreField[] = SCORE_FIELDS,
): { values: ScoreValue[]; from: string } {
  const each = (stage: (at: number) => Stage) => plan.products.flatMap((_, at) => stage(at));
  const scoring = [
    wordStage(plan, source),
    each((at) => sums(plan, at)),
    each((at) => scores(plan, at)),
    each((at) => levels(plan, at)),
  ];
  const driving = driverStages(plan, source);
  // Side by side: the engine takes its time over every level of nesting.
  const stages = [
    coarseStage(plan, source),
    ...driving.map((stage, at) => [...(scoring[at] ?? []), ...stage]),
  ];
  const values = plan.products.flatMap((_, at) =>
    valuesOf(plan, at, source).filter(({ field }) => fields.includes(field)),
  );
  const from = nested(source.rows, stages, ['account_id', ...values.map(({ sql }) => sql)]);
  return { from, values };
}

function sums(plan: ScoringPlan, at: number): Stage {
  return KINDS.flatMap((kind) => {
    const sum = plan.products[at]!.sums[kind];
    if (!sum) return [];
    const lane = hasWord(plan, kind, sum.lane.word)
      ? laneSql(wordName(kind, sum.lane.word), sum.lane)
      : 'toUInt64(0)';
    return [{ name: `${kind}_sum${at}`, sql: `toInt64(${lane}) + (${sum.base})` }];
  });
}

function scores(plan: ScoringPlan, at: number): Stage {
  return (['fit', 'intent'] as const)
    .filter((kind) => plan.products[at]!.sums[kind])
    .map((kind) => ({ name: `${kind}${at}`, sql: scoreSql(`${kind}_sum${at}`) }));
}

function levels(plan: ScoringPlan, at: number): Stage {
  const { sums: has, product } = plan.products[at]!;
  return (['fit', 'intent'] as const)
    .filter((kind) => has[kind])
    .map((kind) => ({ name: `${kind}_level${at}`, sql: levelNumberSql(`${kind}${at}`, product.levelCuts) }));
}

function valuesOf(plan: ScoringPlan, at: number, source: PackedSource): ScoreValue[] {
  const { product, sums: has, curves } = plan.products[at]!;
  const { matrix, dictionary } = source;
  const inScope = source.scope(product.id);
  const observed = `${inScope} AND observed`;
  const given = (known: unknown, when: string, sql: string) => (known ? `if(${when}, ${sql}, NULL)` : 'NULL');
  const word = (type: string, number: string) => `CAST(toInt8(${number}) AS ${type})`;
  const looked = (curve: Curve, sum: string) => `dictGet('${dictionary}', 'w0', ${curveKeySql(curve, sum)})`;
  const [fit, intent] = [`fit_level${at}`, `intent_level${at}`];
  const both = has.fit && has.intent;
  const cluster = both
    ? `if(observed, ${clusterNumberSql(fit, intent, matrix)}, ${clusterByFitSql(fit, matrix)})`
    : clusterByFitSql(fit, matrix);
  const { revenue } = product;
  const likely = likelySum(plan, at);
  const sum = `revenue_sum${at}`;
  const bands = `[${['', ...source.bands].map(literal).join(', ')}]`;
  const sql: Record<ScoreField, string> = {
    fit: given(has.fit, inScope, `fit${at}`),
    intent: given(has.intent, observed, `intent${at}`),
    fit_level: given(has.fit, inScope, word(LEVEL_TYPE, fit)),
    intent_level: given(has.intent, observed, word(LEVEL_TYPE, intent)),
    code: given(both, observed, word(CODE_TYPE, codeNumberSql(fit, intent, matrix))),
    cluster: given(has.fit, inScope, word(CLUSTER_TYPE, cluster)),
    probability: given(likely, observed, `toUInt32(${likely ? looked(curves.probability!, likely) : ''})`),
    revenue_low: given(
      revenue,
      inScope,
      revenue ? `toInt64(${looked(curves.cents!, `${sum} + (${revenue.low})`)})` : '',
    ),
    revenue_high: given(
      revenue,
      inScope,
      revenue ? `toInt64(${looked(curves.cents!, `${sum} + (${revenue.high})`)})` : '',
    ),
    revenue_band: revenue ? `if(${inScope}, ${bands}[1 + ${looked(curves.band!, sum)}], '')` : "''",
    drivers: `(${[1, 2, 3].map((place) => `toUInt32(m${at}_${place} * ${inScope})`).join(', ')})`,
  };
  return Object.entries(sql).map(([field, text]) => ({
    product: product.id,
    field: field as ScoreField,
    sql: text,
  }));
}

/** What the probability is looked up by: the sum of a model of its own, or both scores' sums; null = neither is there. */
function likelySum({ products }: ScoringPlan, at: number): string | null {
  const { product, sums: has } = products[at]!;
  if (has.propensity) return `propensity_sum${at}`;
  const combined = combinedPropensity(product.propensity);
  if (!combined || !has.intent || (combined.fit !== null && !has.fit)) return null;
  const { fit, intent } = combined.weights;
  return [
    ...(combined.fit === null ? [] : [`fit_sum${at} * (${fit})`]),
    `intent_sum${at} * (${intent})`,
  ].join(' + ');
}
