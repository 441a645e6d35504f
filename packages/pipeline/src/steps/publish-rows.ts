import { compileMembership, parseRule, ruleTypes } from '@ascent/cohorts';
import { literal } from '@ascent/scoring';
import { readModel } from '@ascent/services';
import { addColumns, quoted } from '@ascent/warehouse';
import { asOfDays, feedOf, type Month, stepDetail } from '../month';
import { catalogueColumns } from '../release-columns';
import { explainSql } from '../sql/explain';
import { ruleColumn, ruleSource } from '../sql/feature-source';
import { partnerAccountsSql } from '../sql/partner-accounts';
import { workloadsSql } from '../sql/workloads';
import { sizeClassSql, TrainDetail } from './train';

/** Writes the rows that partners will see once the release is switched to; nothing reads them before. */
export async function rows(month: Month): Promise<Record<string, unknown>> {
  const { warehouse, catalogue, releaseId } = month;
  const own = catalogueColumns(catalogue);
  for (const sql of addColumns('release_rows', own)) await warehouse.command({ sql, idempotent: true });
  const perAccount = await accountColumns(month);
  const columns = [
    ...perAccount.map(([name]) => name),
    'release_id',
    'partner_id',
    'account_id',
    'location_ids',
    'GlobalID',
    'PartnerName',
  ];
  const values = [
    ...perAccount.map(([name]) => `x.${quoted(name)}`),
    `'${releaseId}'`,
    'p.partner_id',
    'p.account_id',
    'p.location_ids',
    'p.partner_id',
    'n.partner_name',
  ];
  const { score } = asOfDays(month);
  await warehouse.command({
    sql: `ALTER TABLE release_rows DROP PARTITION '${releaseId}'`,
    idempotent: true,
  });
  await warehouse.command({
    sql: `INSERT INTO release_rows (${columns.map(quoted).join(', ')}) SELECT ${values.join(', ')}
      FROM (${partnerAccountsSql(month, score)}) AS p
      INNER JOIN (SELECT partner_id, min(partner_name) AS partner_name FROM ${feedOf(month, 'partners')} GROUP BY partner_id) AS n ON n.partner_id = p.partner_id
      INNER JOIN (${accountSql(month, perAccount)}) AS x ON x.account_id = p.account_id
      SETTINGS join_use_nulls = 1`,
  });
  await writeAgreements(month, score);
  return {};
}

type NamedSql = [name: string, sql: string];

function accountSql(month: Month, columns: NamedSql[]): string {
  const { catalogue, releaseId } = month;
  const source = ruleSource(month, asOfDays(month).score);
  const scores = catalogue.products.map(({ id }) => {
    const one = `SELECT * FROM scores WHERE release_id = '${releaseId}' AND product = '${id}'`;
    const was = `SELECT account_id, code AS was FROM scores WHERE release_id = ${literal(month.previousId ?? '')} AND product = '${id}'`;
    return `LEFT JOIN (${one}) AS s_${id} ON s_${id}.account_id = a.account_id LEFT JOIN (${was}) AS w_${id} ON w_${id}.account_id = a.account_id`;
  });
  return `SELECT a.account_id AS account_id, ${columns.map(([name, sql]) => `${sql} AS ${quoted(name)}`).join(', ')}
    FROM ${feedOf(month, 'accounts')} AS a
    INNER JOIN ${source} AS f ON f.account_id = a.account_id
    LEFT JOIN (${workloadsSql(catalogue, source)}) AS w ON w.account_id = a.account_id
    ${scores.join(' ')} SETTINGS join_use_nulls = 1`;
}

async function accountColumns(month: Month): Promise<NamedSql[]> {
  const { catalogue } = month;
  const types = ruleTypes(catalogue);
  const yes = (rule: string) =>
    `if(${compileMembership(parseRule(rule, types), (name) => `f.${ruleColumn(name)}`)}, 'Yes', 'No')`;
  const detail = TrainDetail.parse(await stepDetail(month, 'train'));
  const asOf = asOfDays(month);
  const offers = catalogue.offers.map(({ name, rule }) => `if(${yes(rule)} = 'Yes', ${literal(name)}, '')`);
  const products: NamedSql[] = [];
  for (const { id } of catalogue.products) {
    const fit = (await readModel(month.db, detail.fit[id]!)).document;
    const intent = (await readModel(month.db, detail.intent[id]!)).document;
    products.push(...scoreColumns(id, explainSql(catalogue, fit, intent)));
  }
  return [
    ...profileColumns(month),
    ...catalogue.flags.map(({ header, rule }): NamedSql => [header, yes(rule)]),
    ...catalogue.cohorts.map(({ header, rule }): NamedSql => [header, yes(rule)]),
    ...products,
    [
      'Offers',
      offers.length > 0 ? `arrayStringConcat(arrayFilter(o -> o != '', [${offers.join(', ')}]), '; ')` : "''",
    ],
    ['NumberofExistingWorkloads', 'ifNull(length(w.existing), 0)'],
    ['ExistingWorkloads', "arrayStringConcat(w.existing, '; ')"],
    ['NumberofRecommendedWorkloads', 'ifNull(length(w.recommended), 0)'],
    ['RecommendedWorkloads', "arrayStringConcat(w.recommended, '; ')"],
    ['FitAsOf', `toDate('${asOf.fit}')`],
    ['IntentAsOf', `toDate('${asOf.score}')`],
  ];
}

function profileColumns(month: Month): NamedSql[] {
  return [
    ['CustomerID', "if(a.customer_id = '', a.account_id, a.customer_id)"],
    ['DUNSNumber', 'a.duns'],
    ['AccountName', 'a.name'],
    ['Domain', 'a.domain'],
    ['OrgSize', 'a.employees'],
    ['Industry', 'a.industry'],
    ['Vertical', 'a.vertical'],
    ['Area', 'a.area'],
    ['Subsidiary', 'a.subsidiary'],
    ['SalesTerritory', 'a.sales_territory'],
    ['City', 'a.city'],
    ['State', 'a.state'],
    ['PostalCode', 'a.postal_code'],
    ['Country', 'a.country'],
    ['Segment', 'a.segment'],
    ['SubSegment', 'a.sub_segment'],
    ['SMCTypeSummary', sizeClassSql(month, 'a')],
    ['IsNonprofit', "if(a.nonprofit = '', 'No', a.nonprofit)"],
  ];
}

function scoreColumns(id: string, explain: string): NamedSql[] {
  const s = `s_${id}`;
  const text = (column: string) => `ifNull(toString(${s}.${column}), '')`;
  return [
    [`${id}Cluster`, text('cluster')],
    [`${id}Fit`, text('fit_level')],
    [`${id}Intent`, text('intent_level')],
    [`${id}Code`, text('code')],
    [`${id}WasCode`, `ifNull(toString(w_${id}.was), '')`],
    [`${id}FitScore`, `${s}.fit`],
    [`${id}IntentScore`, `${s}.intent`],
    [`${id}Propensity`, `${s}.probability`],
    [
      `${id}SignalExplainability`,
      explain.replaceAll('fit_points', `${s}.fit_points`).replaceAll('intent_points', `${s}.intent_points`),
    ],
    [`${id}RevenuePotential`, `if(${s}.cluster IS NULL, '', ifNull(toString(${s}.revenue_band), ''))`],
  ];
}

async function writeAgreements(month: Month, cutOff: string): Promise<void> {
  const { warehouse, releaseId } = month;
  await warehouse.command({
    sql: `ALTER TABLE release_agreements DROP PARTITION '${releaseId}'`,
    idempotent: true,
  });
  await warehouse.command({
    sql: `INSERT INTO release_agreements SELECT '${releaseId}', partner_id, account_id, if(location_id = '', CAST([], 'Array(String)'), [location_id]), program, agreement_id, end_date, expiration_type, expiring_revenue, division
      FROM ${feedOf(month, 'agreements')} WHERE end_date >= '${cutOff}' AND (start_date IS NULL OR start_date < '${cutOff}')
      AND (partner_id, account_id) IN (SELECT partner_id, account_id FROM release_rows WHERE release_id = '${releaseId}')`,
  });
}
