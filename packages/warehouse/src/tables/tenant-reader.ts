import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Warehouse } from '../client';
import { ofAccount, seesOnce, signalsOf, transitionsOf } from './account-reads';
import { quoted } from './release-tables';

/** Who reads: nothing below can be asked without it. `locations` '*' = the whole organisation. */
export type Tenant = { partnerId: string; locations: '*' | readonly string[] };

export type Value = string | number;
export type Condition =
  | { column: string; op: '=' | '!=' | '<' | '<=' | '>' | '>='; value: Value }
  | { column: string; op: 'in'; values: readonly Value[] }
  | { column: string; op: 'contains'; value: string }
  | { column: string; op: 'is null' | 'is not null' };

export type Select = {
  releaseId: string;
  columns: readonly string[];
  /** Column aliases that come from a fixed expression of this file rather than a stored column. */
  where?: readonly Condition[];
  /** Any of these words in the name or domain. */
  search?: string;
  /** `ranks`: the order of the column's values, others last. */
  orderBy?: readonly { column: string; descending: boolean; ranks?: readonly string[] }[];
  limit?: number;
  offset?: number;
};

/** `featuresRelease`: whose partitions hold the rows, where they were taken over from another candidate. */
export type OfAccount = {
  releaseId: string;
  featuresRelease?: string;
  accountId: string;
  asOf: string;
  columns: readonly string[];
};
export type SignalSelect = {
  releaseId: string;
  accountId: string;
  loads: readonly number[];
  before: string;
  limit: number;
};
type Day = { featuresRelease: string; asOf: string };
export type TransitionSelect = { from: Day; to: Day; columns: readonly string[]; countMin: number };

export type Row = Record<string, string | number | null | string[]>;
const AnyRow = z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())]));
const Count = z.object({ n: z.number() });

type Params = Record<string, unknown>;

/**
 * The only way from services to a tenant's rows: every statement binds the partner, the release and the locations.
 * Values travel as parameters, column names are checked.
 */
export type TenantReader = {
  rows: (select: Select) => Promise<Row[]>;
  stream: (select: Select) => AsyncIterable<Row>;
  bytes: (select: Select & { format: string }) => Promise<Readable>;
  count: (select: Omit<Select, 'columns'>) => Promise<number>;
  /** Rows by the values of these columns, with `n`. */
  countBy: (select: Omit<Select, 'columns'> & { by: readonly string[] }) => Promise<Row[]>;
  agreements: (select: Select) => AsyncIterable<Row>;
  countAgreements: (select: Omit<Select, 'columns'>) => Promise<number>;
  agreementSum: (select: Omit<Select, 'columns'>) => Promise<{ agreements: number; cents: number }>;
  /** Facts of one account that the reader sees. */
  facts: (select: OfAccount) => Promise<Row | null>;
  /** The stored bytes of facts of one account that the reader sees. */
  bins: (select: OfAccount) => Promise<Row | null>;
  /** Signals about one account that the reader sees, known before the cut-off, newest first. */
  signals: (select: SignalSelect) => Promise<Row[]>;
  /**
   * How many accounts went from one bin of a column to another between two releases: over all accounts, not the
   * reader's, so only steps that at least `countMin` of them made are told.
   */
  transitions: (select: TransitionSelect) => Promise<Row[]>;
  freeze: (
    select: Omit<Select, 'columns'> & { audienceId: string; clusterColumn: string; codeColumn: string },
  ) => Promise<number>;
  audience: (audienceId: string) => Promise<Row[]>;
  /** How many accounts of each audience the reader sees, by `audience_id`. */
  audienceSizes: () => Promise<Row[]>;
};

export function tenantReader(warehouse: Warehouse, tenant: Tenant): TenantReader {
  const rowsSql = (select: Select) => statement(tenant, 'release_rows', select);
  const reader: TenantReader = {
    rows: (select) => warehouse.query({ ...rowsSql(select), schema: AnyRow }),
    stream: (select) => warehouse.rows(rowsSql(select)) as AsyncIterable<Row>,
    bytes: ({ format, ...select }) => warehouse.bytes({ ...rowsSql(select), format }),
    count: async (select) => {
      const { where, params } = bound(tenant, select);
      const [row] = await warehouse.query({
        sql: `SELECT count() AS n FROM release_rows WHERE ${where}`,
        params,
        schema: Count,
      });
      return row!.n;
    },
    countBy: ({ by, ...select }) => {
      const { where, params } = bound(tenant, select);
      const keys = by.map(quoted).join(', ');
      return warehouse.query({
        sql: `SELECT ${keys}, count() AS n FROM release_rows WHERE ${where} GROUP BY ${keys} ORDER BY ${keys}`,
        params,
        schema: AnyRow,
      });
    },
    agreements: (select) =>
      warehouse.rows(statement(tenant, agreementsSource(), select)) as AsyncIterable<Row>,
    countAgreements: async (select) => {
      const { where, params } = bound(tenant, select);
      const [row] = await warehouse.query({
        sql: `SELECT count() AS n FROM release_agreements WHERE ${where}`,
        params,
        schema: Count,
      });
      return row!.n;
    },
    agreementSum: async (select) => {
      const { where, params } = bound(tenant, select);
      const sql = `SELECT toUInt32(uniqExact(AgreementID)) AS agreements, toInt64(sum(ExpiringRevenue)) AS cents FROM release_agreements WHERE ${where}`;
      const [row] = await warehouse.query({
        sql,
        params,
        schema: z.object({ agreements: z.number(), cents: z.number() }),
      });
      return row!;
    },
    facts: (select) => ofAccount(warehouse, sees, 'features', select),
    bins: (select) => ofAccount(warehouse, sees, 'feature_bins', select),
    signals: async (select) => {
      if (!(await sees(select.releaseId, select.accountId))) return [];
      return warehouse.query({ ...signalsOf(select), schema: AnyRow });
    },
    transitions: (select) => warehouse.query({ ...transitionsOf(select), schema: AnyRow }),
    freeze: async ({ audienceId, clusterColumn, codeColumn, ...select }) => {
      const { where, params } = bound(tenant, select);
      const own = { audience: audienceId, ...params };
      const found = `SELECT {partner:String}, {audience:String}, account_id, location_ids, AccountName, Domain, Country, ${quoted(clusterColumn)}, ${quoted(codeColumn)} FROM release_rows WHERE ${where} ORDER BY account_id`;
      await warehouse.command({
        sql: 'DELETE FROM audience_members WHERE partner_id = {partner:String} AND audience_id = {audience:String}',
        params: own,
        idempotent: true,
      });
      await warehouse.command({ sql: `INSERT INTO audience_members ${found}`, params: own });
      return (await reader.audience(audienceId)).length;
    },
    audienceSizes: () => {
      const { where, params } = scope(tenant);
      const sql = `SELECT audience_id, count() AS n FROM audience_members WHERE ${where} GROUP BY audience_id`;
      return warehouse.query({ sql, params, schema: AnyRow });
    },
    audience: (audienceId) => {
      const { where, params } = scope(tenant);
      const sql = `SELECT account_id, AccountName, Domain, Country, Cluster, Code FROM audience_members WHERE ${where} AND audience_id = {audience:String} ORDER BY account_id`;
      return warehouse.query({ sql, params: { ...params, audience: audienceId }, schema: AnyRow });
    },
  };
  const sees = seesOnce(reader);
  return reader;
}

/** Agreements with their account's columns beside them. */
function agreementsSource(): string {
  const mine = 'WHERE release_id = {release:String} AND partner_id = {partner:String}';
  return `(SELECT * FROM (SELECT * FROM release_agreements ${mine}) AS g INNER JOIN (SELECT * EXCEPT (release_id, partner_id, location_ids) FROM release_rows ${mine}) AS r USING (account_id))`;
}

function statement(tenant: Tenant, from: string, select: Select): { sql: string; params: Params } {
  const { where, params } = bound(tenant, select);
  const order = (select.orderBy ?? []).map(({ column, descending, ranks }, index) => {
    const direction = descending ? 'DESC' : 'ASC';
    if (!ranks) return `${quoted(column)} ${direction} NULLS LAST`;
    params[`order${index}`] = [...ranks];
    return `nullIf(indexOf({order${index}:Array(String)}, toString(${quoted(column)})), 0) ${direction} NULLS LAST`;
  });
  const limit =
    select.limit === undefined
      ? ''
      : ` LIMIT ${Math.trunc(select.limit)} OFFSET ${Math.trunc(select.offset ?? 0)}`;
  const sql = `SELECT ${select.columns.map(quoted).join(', ')} FROM ${from} WHERE ${where} ORDER BY ${[...order, 'account_id'].join(', ')}${limit}`;
  return { sql, params };
}

function bound(tenant: Tenant, select: Omit<Select, 'columns'>): { where: string; params: Params } {
  const { where, params } = scope(tenant);
  const tests = [where, 'release_id = {release:String}'];
  params.release = select.releaseId;
  (select.where ?? []).forEach((condition, index) => {
    tests.push(test(condition, `v${index}`, params));
  });
  if (select.search) {
    params.search = select.search;
    const word = 'lowerUTF8({search:String})';
    tests.push(`(position(lowerUTF8(AccountName), ${word}) > 0 OR position(lowerUTF8(Domain), ${word}) > 0)`);
  }
  return { where: tests.join(' AND '), params };
}

function scope(tenant: Tenant): { where: string; params: Params } {
  if (tenant.locations === '*')
    return { where: 'partner_id = {partner:String}', params: { partner: tenant.partnerId } };
  return {
    where: 'partner_id = {partner:String} AND hasAny(location_ids, {locations:Array(String)})',
    params: { partner: tenant.partnerId, locations: [...tenant.locations] },
  };
}

function test(condition: Condition, name: string, params: Params): string {
  const column = quoted(condition.column);
  switch (condition.op) {
    case 'in':
      params[name] = [...condition.values];
      return `${column} IN {${name}:Array(${typeOf(condition.values)})}`;
    case 'contains':
      params[name] = condition.value;
      return `position(lowerUTF8(toString(${column})), lowerUTF8({${name}:String})) > 0`;
    case 'is null':
      return `${column} IS NULL`;
    case 'is not null':
      return `${column} IS NOT NULL`;
    default:
      params[name] = condition.value;
      return `${column} ${condition.op} {${name}:${typeOf([condition.value])}}`;
  }
}

function typeOf(values: readonly Value[]): 'Int64' | 'Float64' | 'String' {
  if (values.some((value) => typeof value === 'string')) return 'String';
  return values.every(Number.isInteger) ? 'Int64' : 'Float64';
}
