import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Warehouse } from '../client';
import { accountsOn, ofAccount, seesOnce, signalsOf, transitionsOf } from './account-reads';
import { quoted } from './release-tables';
import { accountSheets, type Sheets } from './sheets';
import { bound, page, type Select, scanSettings, scope, statement, type Tenant } from './tenant-where';

/** `featuresRelease`: whose partitions hold the rows, where they were taken over from another candidate. */
export type OfAccount = {
  releaseId: string;
  featuresRelease?: string;
  accountId: string;
  days: readonly string[];
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

type CountBy = Omit<Select, 'columns'> & { by: readonly string[] };

export type Row = Record<string, string | number | null | string[]>;
const AnyRow = z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())]));
const Count = z.object({ n: z.number() });

/**
 * The only way from services to a tenant's rows: every statement binds the partner, the release and the locations.
 * Values travel as parameters, column names are checked.
 */
export type TenantReader = {
  rows: (select: Select) => Promise<Row[]>;
  /** A page of a table of any size. */
  page: (select: Select & { limit: number }) => Promise<Row[]>;
  /**
   * How many rows, and over them the sums and medians of these columns, as `sum_<column>` and `median_<column>`, and
   * how many have each of these values, in their order, as `tally_<at>`.
   */
  summary: (
    select: Omit<Select, 'columns'> & {
      sums: readonly string[];
      medians: readonly string[];
      tally?: { column: string; values: readonly string[] };
    },
  ) => Promise<Row>;
  stream: (select: Select) => AsyncIterable<Row>;
  bytes: (select: Select & { format: string }) => Promise<Readable>;
  count: (select: Omit<Select, 'columns'>) => Promise<number>;
  /** Rows by the values of these columns, with `n`. */
  countBy: (select: CountBy) => Promise<Row[]>;
  countAgreementsBy: (select: CountBy) => Promise<Row[]>;
  agreements: (select: Select) => AsyncIterable<Row>;
  countAgreements: (select: Omit<Select, 'columns'>) => Promise<number>;
  agreementSum: (select: Omit<Select, 'columns'>) => Promise<{ agreements: number; cents: number }>;
  /** How many accounts each location has. */
  locationCounts: (select: { releaseId: string }) => Promise<Map<string, number>>;
  /** Agreements by their own columns, without their account's. */
  agreementPage: (select: Select & { limit: number }) => Promise<Row[]>;
  /** Agreements and their revenue by the month they end in and by division, as `month`, `division`, `n`, `cents`. */
  agreementCalendar: (select: Omit<Select, 'columns'>) => Promise<Row[]>;
  /** When the next agreement of each of these accounts ends, by account. */
  agreementEnds: (select: { releaseId: string; accounts: readonly string[] }) => Promise<Map<string, string>>;
  /** One account's rows in several releases, by release; those in which the reader sees it. */
  accountRows: (select: {
    accountId: string;
    releases: readonly string[];
    columns: readonly string[];
  }) => Promise<Map<string, Row>>;
  /** Facts of one account and their bytes, by day, for each of these releases in which the reader sees it. */
  sheets: (select: {
    accountId: string;
    of: readonly { releaseId: string; featuresRelease: string; days: readonly string[] }[];
  }) => Promise<Sheets[]>;
  /** Facts of one account that the reader sees, by day. */
  facts: (select: OfAccount) => Promise<Map<string, Row>>;
  /** The stored bytes of facts of one account that the reader sees, by day. */
  bins: (select: OfAccount) => Promise<Map<string, Row>>;
  /** Signals about one account that the reader sees, known before the cut-off, newest first. */
  signals: (select: SignalSelect) => Promise<Row[]>;
  /**
   * How many accounts went from one bin of a column to another between two releases: over all accounts, not the
   * reader's, so only steps that at least `countMin` of them made are told. Of a large release a sample is counted.
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
  const counted = (from: 'release_rows' | 'release_agreements', { by, ...select }: CountBy) => {
    const { where, params } = bound(tenant, select);
    const keys = by.map(quoted).join(', ');
    const sql = `SELECT ${keys}, count() AS n FROM ${from} WHERE ${where} GROUP BY ${keys} ORDER BY ${keys}`;
    return warehouse.query({ sql, params, schema: AnyRow });
  };
  const reader: TenantReader = {
    rows: (select) => warehouse.query({ ...rowsSql(select), schema: AnyRow }),
    page: (select) => warehouse.query({ ...page(tenant, select), schema: AnyRow }),
    summary: async ({ sums, medians, tally, ...select }) => {
      const { where, params } = bound(tenant, select);
      const parts = [
        'count() AS n',
        ...sums.map((name) => `toInt64(ifNull(sum(${quoted(name)}), 0)) AS ${quoted(`sum_${name}`)}`),
        ...medians.map((name) => `quantileExactLow(0.5)(${quoted(name)}) AS ${quoted(`median_${name}`)}`),
        ...(tally?.values ?? []).map((value, at) => {
          params[`tally${at}`] = value;
          return `countIf(${quoted(tally!.column)} = {tally${at}:String}) AS tally_${at}`;
        }),
      ];
      const sql = `SELECT ${parts.join(', ')} FROM release_rows WHERE ${where}`;
      const settings = scanSettings(select);
      const [row] = await warehouse.query({ sql, params, settings, schema: AnyRow });
      return row!;
    },
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
    countBy: (select) => counted('release_rows', select),
    countAgreementsBy: (select) => counted('release_agreements', select),
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
    locationCounts: async (select) => {
      const { where, params } = bound(tenant, select);
      const found = await warehouse.query({
        sql: `SELECT arrayJoin(location_ids) AS location, count() AS n FROM release_rows WHERE ${where} GROUP BY location`,
        params,
        schema: z.object({ location: z.string(), n: z.number() }),
      });
      return new Map(found.map((row) => [row.location, row.n]));
    },
    agreementPage: (select) =>
      warehouse.query({ ...statement(tenant, 'release_agreements', select), schema: AnyRow }),
    agreementCalendar: (select) => {
      const { where, params } = bound(tenant, select);
      const sql = `SELECT toString(toStartOfMonth(AgreementEndDate)) AS month, RevSumDivisionName AS division, toUInt32(uniqExact(AgreementID)) AS n, toInt64(sum(ExpiringRevenue)) AS cents
        FROM release_agreements WHERE ${where} GROUP BY month, division ORDER BY month, division`;
      return warehouse.query({ sql, params, schema: AnyRow });
    },
    agreementEnds: async ({ releaseId, accounts }) => {
      if (accounts.length === 0) return new Map();
      const where = [{ column: 'account_id', op: 'in' as const, values: accounts }];
      const { where: tests, params } = bound(tenant, { releaseId, where });
      const sql = `SELECT account_id, toString(min(AgreementEndDate)) AS day FROM release_agreements WHERE ${tests} GROUP BY account_id`;
      const found = await warehouse.query({
        sql,
        params,
        schema: z.object({ account_id: z.string(), day: z.string() }),
      });
      return new Map(found.map((row) => [row.account_id, row.day]));
    },
    accountRows: async ({ accountId, releases, columns }) => {
      const { where, params } = scope(tenant);
      const list = ['release_id', ...columns].map(quoted).join(', ');
      const rows = await warehouse.query({
        sql: `SELECT ${list} FROM release_rows WHERE ${where} AND release_id IN {releases:Array(String)} AND account_id = {account:String}`,
        params: { ...params, releases, account: accountId },
        schema: AnyRow,
      });
      const found = new Map(rows.map(({ release_id: release, ...row }) => [String(release), row]));
      for (const release of releases) sees.learn(release, accountId, found.has(release));
      return found;
    },
    sheets: async ({ accountId, of }) => {
      const seen = await Promise.all(of.map(({ releaseId }) => sees(releaseId, accountId)));
      const shown = of.filter((_, at) => seen[at]);
      const read =
        shown.length === 0
          ? []
          : await accountSheets(
              warehouse,
              accountId,
              shown.map(({ featuresRelease, days }) => ({ release: featuresRelease, days })),
            );
      const none = (): Sheets => ({ features: new Map(), feature_bins: new Map() });
      return of.map((each) => read[shown.indexOf(each)] ?? none());
    },
    facts: (select) => ofAccount(warehouse, sees, 'features', select),
    bins: (select) => ofAccount(warehouse, sees, 'feature_bins', select),
    signals: async (select) => {
      if (!(await sees(select.releaseId, select.accountId))) return [];
      return warehouse.query({ ...signalsOf(select), schema: AnyRow });
    },
    transitions: async (select) => {
      const [accounts] = await warehouse.query({ sql: accountsOn(select.to), schema: Count });
      return warehouse.query({ ...transitionsOf(select, accounts!.n), schema: AnyRow });
    },
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
  return `(SELECT * FROM (SELECT * FROM release_agreements ${mine}) AS g INNER JOIN (SELECT * EXCEPT (release_id, partner_id, location_ids), SearchText FROM release_rows ${mine}) AS r USING (account_id))`;
}
