import { z } from 'zod';
import type { Warehouse } from '../client';
import { quoted } from './release-tables';
import type { OfAccount, Row, SignalSelect, TenantReader, TransitionSelect } from './tenant-reader';

type Statement = { sql: string; params: Record<string, unknown> };
const AnyRow = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Whether an account is among the reader's rows of a release: what is known about it is told to nobody else. */
export type Sees = (releaseId: string, accountId: string) => Promise<boolean>;

/** Asked once for each account: a release never changes, and a reader lives as long as its request. */
export function seesOnce(reader: Pick<TenantReader, 'count'>): Sees {
  const known = new Map<string, Promise<boolean>>();
  return (releaseId, accountId) => {
    const key = JSON.stringify([releaseId, accountId]);
    const where = [{ column: 'account_id', op: '=' as const, value: accountId }];
    const asked = known.get(key) ?? reader.count({ releaseId, where }).then((rows) => rows > 0);
    known.set(key, asked);
    return asked;
  };
}

/** One row of a table that holds every account as of a day; null where the reader does not see the account. */
export async function ofAccount(
  warehouse: Warehouse,
  sees: Sees,
  table: 'features' | 'feature_bins',
  { releaseId, featuresRelease = releaseId, accountId, asOf, columns }: OfAccount,
): Promise<Row | null> {
  if (!(await sees(releaseId, accountId))) return null;
  const list = ['observed', ...columns].map(quoted).join(', ');
  const [row] = await warehouse.query({
    sql: `SELECT ${list} FROM ${table} WHERE release_id = {features:String} AND as_of = {asOf:Date} AND account_id = {account:String}`,
    params: { features: featuresRelease, asOf, account: accountId },
    schema: AnyRow,
  });
  return row ?? null;
}

/** The latest row of every signal over these loads; one that was moved to another account since is that one's. */
export function signalsOf({ accountId, loads, before, limit }: SignalSelect): Statement {
  const mine = `account_id = {account:String}`;
  const among = `load_seq IN (${loads.length > 0 ? loads.map(Math.trunc).join(', ') : '0'})`;
  const keys = `SELECT signal_id FROM feed_signals WHERE ${among} AND ${mine}`;
  const moved =
    loads.length > 1
      ? ` AND (signal_id, load_seq) IN (SELECT signal_id, max(load_seq) FROM feed_signals WHERE ${among} AND signal_id IN (${keys}) GROUP BY signal_id)`
      : '';
  const sql = `SELECT signal_id, kind, topic, toString(date) AS day, toString(ifNull(seen_on, date)) AS seen, strength, source, url
    FROM feed_signals WHERE ${among} AND ${mine} AND date < {before:Date} AND ifNull(seen_on, date) < {before:Date}${moved}
    ORDER BY date DESC, signal_id LIMIT ${Math.trunc(limit)}`;
  return { sql, params: { account: accountId, before } };
}

/** `fact` is a column's name; only steps from one bin to another one. */
export function transitionsOf({ from, to, columns, countMin }: TransitionSelect): Statement {
  const day = (name: string, list: string) =>
    `SELECT account_id, ${list} FROM feature_bins WHERE release_id = {${name}Release:String} AND as_of = {${name}Day:Date}`;
  const bytes = columns.map(quoted).join(', ');
  const names = columns.map((column) => `'${quoted(column).slice(1, -1)}'`).join(', ');
  const steps = `arrayFilter(s -> s.2 != s.3, arrayZip([${names}], [${columns.map((c) => `a.${quoted(c)}`).join(', ')}], [${columns.map((c) => `b.${quoted(c)}`).join(', ')}]))`;
  const sql = `SELECT step.1 AS fact, step.2 AS from_bin, step.3 AS to_bin, toUInt32(count()) AS n FROM (
      SELECT arrayJoin(${steps}) AS step FROM (${day('from', bytes)}) AS a INNER JOIN (${day('to', bytes)}) AS b ON a.account_id = b.account_id)
    GROUP BY fact, from_bin, to_bin HAVING n >= ${Math.trunc(countMin)} ORDER BY fact, from_bin, to_bin`;
  const params = {
    fromRelease: from.featuresRelease,
    fromDay: from.asOf,
    toRelease: to.featuresRelease,
    toDay: to.asOf,
  };
  return { sql, params };
}
