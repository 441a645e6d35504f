import type { Settings } from '../client';
import { quoted } from './release-tables';

/** Who reads: nothing below can be asked without it. `locations` '*' = the whole organisation. */
export type Tenant = { partnerId: string; locations: '*' | readonly string[] };

export type Value = string | number;
export type Condition =
  | { column: string; op: '=' | '!=' | '<' | '<=' | '>' | '>='; value: Value }
  | { column: string; op: 'in' | 'not in'; values: readonly Value[] }
  | { column: string; op: 'contains' | 'starts'; value: string }
  | { column: string; op: 'is null' | 'is not null' }
  /** Has any of these in a column of arrays. */
  | { column: string; op: 'has'; values: readonly string[] }
  /** Has an agreement that the reader sees, with all of these. */
  | { op: 'agreement'; where: readonly Condition[] }
  /** Of an agreement: its account has all of these in the release's rows. */
  | { op: 'account'; where: readonly Condition[] }
  /** Any of these groups, each of which holds as a whole. */
  | { op: 'any'; of: readonly (readonly Condition[])[] };

/** `similar`: each of these words, give or take a letter or two, somewhere in the name or the domain. */
export type Search = string | { similar: readonly string[] };

export type Select = {
  releaseId: string;
  columns: readonly string[];
  where?: readonly Condition[];
  /** This text, or words like these, in the name or domain. */
  search?: Search;
  /** `ranks`: the order of the column's values, others last. */
  orderBy?: readonly { column: string; descending: boolean; ranks?: readonly string[] }[];
  limit?: number;
  offset?: number;
};
export type Params = Record<string, unknown>;
export type Statement = { sql: string; params: Params; settings?: Settings };

/** Whole rows in order; for a page far down a large table see `page`. */
export function statement(tenant: Tenant, from: string, select: Select): Statement {
  const { where, params } = bound(tenant, select);
  const order = ordered(select, params);
  const sql = `SELECT ${select.columns.map(quoted).join(', ')} FROM ${from} WHERE ${where} ORDER BY ${order}${limited(select)}`;
  return { sql, params };
}

/** Up to here the engine itself reads the other columns of the rows that are shown, and of no others. */
const NEAR_ROWS = 5000;

/**
 * The same rows of a large table: those far down are found by their keys first, so that only the columns that decide
 * which rows they are have to be sorted.
 */
export function page(tenant: Tenant, select: Select & { limit: number }): Statement {
  const settings = scanSettings(select);
  if (select.limit + (select.offset ?? 0) <= NEAR_ROWS)
    return { ...statement(tenant, 'release_rows', select), settings };
  const { where, params } = bound(tenant, select);
  const order = ordered(select, params);
  const mine = 'release_id = {release:String} AND partner_id = {partner:String}';
  const keys = `SELECT account_id FROM release_rows WHERE ${where} ORDER BY ${order}${limited(select)}`;
  const sql = `SELECT ${select.columns.map(quoted).join(', ')} FROM release_rows WHERE ${mine} AND account_id IN (${keys}) ORDER BY ${order}`;
  return { sql, params, settings };
}

/**
 * Conditions that most rows meet are read at once: one after the other takes a third longer. A searched text is the
 * longest column there is, and read for those rows only that are left.
 */
export function scanSettings({ search }: Pick<Select, 'search'>): Settings {
  return search ? {} : { enable_multiple_prewhere_read_steps: 0 };
}

function limited({ limit, offset }: Select): string {
  return limit === undefined ? '' : ` LIMIT ${Math.trunc(limit)} OFFSET ${Math.trunc(offset ?? 0)}`;
}

function ordered({ orderBy = [] }: Select, params: Params): string {
  const order = orderBy.map(({ column, descending, ranks }, index) => {
    const direction = descending ? 'DESC' : 'ASC';
    if (!ranks) return `${quoted(column)} ${direction} NULLS LAST`;
    params[`order${index}`] = [...ranks];
    params[`rank${index}`] = ranks.map((_, at) => at + 1);
    // A column of few words is ranked by its words, three times as fast as by its rows; others come last either way.
    const last = descending ? 0 : ranks.length + 1;
    return `transform(${quoted(column)}, {order${index}:Array(String)}, {rank${index}:Array(Int32)}, toInt32(${last})) ${direction}`;
  });
  return [...order, 'account_id'].join(', ');
}

export function bound(tenant: Tenant, select: Omit<Select, 'columns'>): { where: string; params: Params } {
  const { where, params } = scope(tenant);
  const tests = [where, 'release_id = {release:String}'];
  params.release = select.releaseId;
  (select.where ?? []).forEach((condition, index) => {
    tests.push(test(condition, `v${index}`, params, where));
  });
  if (select.search) tests.push(searched(select.search, params));
  return { where: tests.join(' AND '), params };
}

/** Searches look at neither case nor accents: the rows keep their names in this form beside. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mn}+/gu, '')
    .trim();
}

function searched(search: Search, params: Params): string {
  if (typeof search === 'string') {
    params.search = plainText(search);
    return 'position(SearchText, {search:String}) > 0';
  }
  const tests = search.similar.map((word, index) => {
    params[`word${index}`] = [word];
    // A short word with two letters changed is another word.
    return `multiFuzzyMatchAny(SearchText, ${word.length > 5 ? 2 : 1}, {word${index}:Array(String)})`;
  });
  return tests.length > 0 ? tests.join(' AND ') : '0';
}

export function scope(tenant: Tenant): { where: string; params: Params } {
  if (tenant.locations === '*')
    return { where: 'partner_id = {partner:String}', params: { partner: tenant.partnerId } };
  return {
    where: 'partner_id = {partner:String} AND hasAny(location_ids, {locations:Array(String)})',
    params: { partner: tenant.partnerId, locations: [...tenant.locations] },
  };
}

function test(condition: Condition, name: string, params: Params, scoped: string): string {
  const all = (where: readonly Condition[], prefix: string) =>
    where.map((each, index) => test(each, `${prefix}_${index}`, params, scoped));
  if (condition.op === 'any') {
    const groups = condition.of.map((where, index) => all(where, `${name}_${index}`).join(' AND ') || '1');
    return `(${groups.join(' OR ') || '0'})`;
  }
  if (condition.op === 'agreement' || condition.op === 'account') {
    const table = condition.op === 'agreement' ? 'release_agreements' : 'release_rows';
    const mine = [scoped, 'release_id = {release:String}', ...all(condition.where, name)].join(' AND ');
    return `account_id IN (SELECT account_id FROM ${table} WHERE ${mine})`;
  }
  const column = quoted(condition.column);
  switch (condition.op) {
    case 'in':
    case 'not in':
      params[name] = [...condition.values];
      return `${column} ${condition.op === 'in' ? 'IN' : 'NOT IN'} {${name}:Array(${typeOf(condition.values)})}`;
    case 'has':
      params[name] = [...condition.values];
      return `hasAny(${column}, {${name}:Array(String)})`;
    case 'contains':
      params[name] = condition.value;
      return `position(lowerUTF8(toString(${column})), lowerUTF8({${name}:String})) > 0`;
    case 'starts':
      params[name] = condition.value;
      return `startsWith(lowerUTF8(toString(${column})), lowerUTF8({${name}:String}))`;
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
