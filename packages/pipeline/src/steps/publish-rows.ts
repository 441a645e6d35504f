import { compileMembership, parseRule, ruleTypes } from '@ascent/cohorts';
import { literal } from '@ascent/scoring';
import {
  addColumns,
  mergeParts,
  quoted,
  rowSheetColumns,
  type ScoreColumn,
  scoreColumn,
  scoresOf,
  sheetSql,
} from '@ascent/warehouse';
import { asOfDays, feedOf, type Month, stepDetail } from '../month';
import { catalogueColumns } from '../release-columns';
import { explainSql } from '../sql/explain';
import { ruleColumn, ruleSource } from '../sql/feature-source';
import { partnerAccountsSql } from '../sql/partner-accounts';
import { sizeClassSql } from '../sql/size-class';
import { workloadsSql } from '../sql/workloads';
import { scoredProducts } from './score';
import { TrainDetail } from './train';

/** How long a signal's topic can be filtered by. */
const SIGNAL_DAYS = 90;

/** Writes the rows that partners will see once the release is switched to; nothing reads them before. */
export async function rows(month: Month): Promise<Record<string, unknown>> {
  const { warehouse, catalogue, releaseId } = month;
  const own = catalogueColumns(catalogue);
  for (const sql of addColumns('release_rows', own)) await warehouse.command({ sql, idempotent: true });
  const perAccount = accountColumns(month);
  const columns = [
    ...perAccount.map(([name]) => name),
    'release_id',
    'partner_id',
    'account_id',
    'location_ids',
    'GlobalID',
    'PartnerName',
    'Sheet',
  ];
  const values = [
    ...perAccount.map(([name]) => `x.${quoted(name)}`),
    `'${releaseId}'`,
    'p.partner_id',
    'p.account_id',
    'p.location_ids',
    'p.partner_id',
    'n.partner_name',
    sheetSql(rowSheetColumns(catalogue.products).map((name) => `x.${quoted(name)}`)),
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
      INNER JOIN (${await accountSql(month, perAccount)}) AS x ON x.account_id = p.account_id
      SETTINGS join_use_nulls = 1`,
  });
  await mergeParts(warehouse, 'release_rows', releaseId);
  await writeAgreements(month, score);
  return {};
}

type NamedSql = [name: string, sql: string];

async function accountSql(month: Month, columns: NamedSql[]): Promise<string> {
  const { catalogue, releaseId, previousId } = month;
  const source = await ruleSource(month, asOfDays(month).score);
  const was = catalogue.products.map(({ id }) => `${scoreColumn(id, 'code')} AS was_${id}`);
  const before = previousId
    ? `LEFT JOIN (SELECT account_id, ${was.join(', ')} FROM ${scoresOf(previousId)}) AS b ON b.account_id = a.account_id`
    : '';
  return `SELECT a.account_id AS account_id, ${columns.map(([name, sql]) => `${sql} AS ${quoted(name)}`).join(', ')}
    FROM ${feedOf(month, 'accounts')} AS a
    INNER JOIN ${source} AS f ON f.account_id = a.account_id
    LEFT JOIN (${workloadsSql(catalogue, source)}) AS w ON w.account_id = a.account_id
    LEFT JOIN (${await shownScores(month, releaseId)}) AS s ON s.account_id = a.account_id
    LEFT JOIN (${signalsSql(month)}) AS g ON g.account_id = a.account_id
    ${before} SETTINGS join_use_nulls = 1`;
}

/** What was heard of each account before the cut-off: its topics of late, and the last day. */
function signalsSql(month: Month): string {
  const { score } = asOfDays(month);
  return `SELECT account_id, arraySort(groupUniqArrayIf(toString(topic), topic != '' AND date >= toDate('${score}') - ${SIGNAL_DAYS})) AS topics, max(date) AS last_on
    FROM ${feedOf(month, 'signals')} WHERE date < '${score}' AND ifNull(seen_on, date) < '${score}' GROUP BY account_id`;
}

/** The release's scores with the text of every product's drivers, \`why_<product>\`. */
async function shownScores(month: Month, releaseId: string): Promise<string> {
  const { catalogue } = month;
  const detail = TrainDetail.parse(await stepDetail(month, 'train'));
  const products = await scoredProducts(month, catalogue.products, detail);
  const why = products.map(
    (product) => `${explainSql(catalogue, product, scoreColumn(product.id, 'drivers'))} AS why_${product.id}`,
  );
  return `SELECT *, ${why.join(', ')} FROM ${scoresOf(releaseId)}`;
}

function accountColumns(month: Month): NamedSql[] {
  const { catalogue } = month;
  const types = ruleTypes(catalogue);
  const yes = (rule: string) =>
    `if(${compileMembership(parseRule(rule, types), (name) => `f.${ruleColumn(name)}`)}, 'Yes', 'No')`;
  const asOf = asOfDays(month);
  const offers = catalogue.offers.map(({ name, rule }) => `if(${yes(rule)} = 'Yes', ${literal(name)}, '')`);
  const products = catalogue.products.flatMap(({ id }) => scoreColumnsOf(id, month.previousId !== null));
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
    ['SignalTopics', 'g.topics'],
    ['LastSignalOn', 'g.last_on'],
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

function scoreColumnsOf(id: string, compared: boolean): NamedSql[] {
  const of = (field: ScoreColumn) => `s.${scoreColumn(id, field)}`;
  const text = (field: ScoreColumn) => `ifNull(toString(${of(field)}), '')`;
  return [
    [`${id}Cluster`, text('cluster')],
    [`${id}Fit`, text('fit_level')],
    [`${id}Intent`, text('intent_level')],
    [`${id}Code`, text('code')],
    [`${id}WasCode`, compared ? `ifNull(toString(b.was_${id}), '')` : "''"],
    [`${id}FitScore`, of('fit')],
    [`${id}IntentScore`, of('intent')],
    [`${id}Propensity`, of('probability')],
    [`${id}SignalExplainability`, `ifNull(s.why_${id}, '')`],
    [`${id}RevenuePotential`, `if(${of('cluster')} IS NULL, '', ${text('revenue_band')})`],
  ];
}

async function writeAgreements(month: Month, cutOff: string): Promise<void> {
  const { warehouse, releaseId } = month;
  await warehouse.command({
    sql: `ALTER TABLE release_agreements DROP PARTITION '${releaseId}'`,
    idempotent: true,
  });
  await warehouse.command({
    sql: `INSERT INTO release_agreements (release_id, partner_id, account_id, location_ids, LicenseProgram, AgreementID, AgreementEndDate, ExpirationType, ExpiringRevenue, RevSumDivisionName, RenewalPropensity)
      SELECT '${releaseId}', g.partner_id, g.account_id, if(g.location_id = '', CAST([], 'Array(String)'), [g.location_id]), g.program, g.agreement_id, g.end_date, g.expiration_type, g.expiring_revenue, g.division, r.renewal
      FROM (SELECT * FROM ${feedOf(month, 'agreements')} WHERE end_date >= '${cutOff}' AND (start_date IS NULL OR start_date < '${cutOff}')
        AND (partner_id, account_id) IN (SELECT partner_id, account_id FROM release_rows WHERE release_id = '${releaseId}')) AS g
      LEFT JOIN (SELECT agreement_id, toNullable(probability) AS renewal FROM agreement_scores WHERE release_id = '${releaseId}') AS r ON r.agreement_id = g.agreement_id`,
  });
}
