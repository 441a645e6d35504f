import { catalogueMatrix, type ModelDocument, type Product } from '@ascent/schemas';
import {
  clusterSql,
  codeSql,
  levelSql,
  literal,
  pointsSql,
  probabilitySql,
  scoreSql,
  sumSql,
} from '@ascent/scoring';
import { readModel } from '@ascent/services';
import { asOfDays, feedOf, type Month, stepDetail } from '../month';
import { scopeSql } from '../training-rows';
import { type RevenueTable, sizeClassSql, TrainDetail } from './train';

/** Scores every account in scope for every product, by SQL compiled from the models. */
export async function score(month: Month): Promise<Record<string, unknown>> {
  const { warehouse, catalogue, releaseId } = month;
  const detail = TrainDetail.parse(await stepDetail(month, 'train'));
  await warehouse.command({ sql: `ALTER TABLE scores DROP PARTITION '${releaseId}'`, idempotent: true });
  for (const product of catalogue.products) {
    const fit = (await readModel(month.db, detail.fit[product.id]!)).document;
    const intent = (await readModel(month.db, detail.intent[product.id]!)).document;
    const sql = `INSERT INTO scores ${productSql({ month, product, fit, intent, revenue: detail.revenue[product.id] ?? {} })}`;
    await warehouse.command({ sql });
  }
  return {};
}

type Scoring = {
  month: Month;
  product: Product;
  fit: ModelDocument | null;
  intent: ModelDocument | null;
  revenue: RevenueTable;
};

function productSql({ month, product, fit, intent, revenue }: Scoring): string {
  const { score, fit: fitDay } = asOfDays(month);
  const matrix = catalogueMatrix(month.catalogue);
  const day = (asOf: string) =>
    `SELECT * FROM features WHERE release_id = '${month.releaseId}' AND as_of = '${asOf}'`;
  const none = "CAST([], 'Array(Int16)')";
  const now = `SELECT account_id, observed, ${intent ? pointsSql(intent) : none} AS intent_points FROM (${day(score)}) WHERE ${scopeSql(month, product)}`;
  const quarter = `SELECT account_id, ${fit ? pointsSql(fit) : none} AS fit_points FROM (${day(fitDay)}${fitDay === score ? '' : ` UNION ALL ${day(score)} AND account_id NOT IN (SELECT account_id FROM features WHERE release_id = '${month.releaseId}' AND as_of = '${fitDay}')`})`;
  const intentSum = intent
    ? `if(observed, toNullable(${sumSql(intent, 'intent_points')}), NULL)`
    : "CAST(NULL, 'Nullable(Int32)')";
  const fitSum = fit ? `toNullable(${sumSql(fit, 'fit_points')})` : "CAST(NULL, 'Nullable(Int32)')";
  const sums = `SELECT account_id, fit_points, if(observed, intent_points, ${none}) AS intent_points, ${fitSum} AS fit_sum, ${intentSum} AS intent_sum,
      if(fit_sum IS NULL, NULL, ${scoreSql('assumeNotNull(fit_sum)')}) AS fit, if(intent_sum IS NULL, NULL, ${scoreSql('assumeNotNull(intent_sum)')}) AS intent,
      ${intent ? `if(intent_sum IS NULL, NULL, ${probabilitySql(intent, 'assumeNotNull(intent_sum)')})` : 'NULL'} AS probability
    FROM (${now}) AS now INNER JOIN (${quarter}) AS quarter USING (account_id)`;
  const levels = `SELECT *, ${levelSql('fit', product.levelCuts)} AS fit_level, ${levelSql('intent', product.levelCuts)} AS intent_level FROM (${sums})`;
  const codes = `SELECT *, ${codeSql('fit_level', 'intent_level', matrix)} AS code FROM (${levels})`;
  const bands = `SELECT account_id, ${bandSql(month, revenue)} AS revenue_band FROM ${feedOf(month, 'accounts')} AS a`;
  return `SELECT '${month.releaseId}' AS release_id, '${product.id}' AS product, s.account_id AS account_id, fit_points, intent_points, fit, intent, fit_level, intent_level, code,
      ${clusterSql('fit_level', 'code', matrix)} AS cluster, probability, b.revenue_band AS revenue_band
    FROM (${codes}) AS s LEFT JOIN (${bands}) AS b ON b.account_id = s.account_id`;
}

/** The band of the size class's revenue, of any size where that class has too few buyers, else blank. */
function bandSql(month: Month, revenue: RevenueTable): string {
  const band = (cents: number | null | undefined) => {
    if (cents === null || cents === undefined) return "''";
    return literal(
      month.catalogue.revenueBands.find((each) => each.belowCents === null || cents < each.belowCents)
        ?.label ?? '',
    );
  };
  const sizes = ['Upper Medium', 'Medium', 'Very Small'];
  const size = sizeClassSql(month, 'a');
  return `multiIf(${sizes.map((each) => `${size} = '${each}', ${band(revenue[each] ?? revenue[''])}`).join(', ')}, ${band(revenue[''])})`;
}
