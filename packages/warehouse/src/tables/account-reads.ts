import { z } from 'zod';
import type { Warehouse } from '../client';
import { quoted } from './release-tables';
import { type FeatureTable, featuresOf } from './scoring-tables';
import { accountSheets } from './sheets';
import type { OfAccount, Row, SignalSelect, TenantReader, TransitionSelect } from './tenant-reader';

type Statement = { sql: string; params: Record<string, unknown> };
const AnyRow = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Whether an account is among the reader's rows of a release: what is known about it is told to nobody else. */
export type Sees = {
  (releaseId: string, accountId: string): Promise<boolean>;
  /** Something else has found out. */
  learn: (releaseId: string, accountId: string, seen: boolean) => void;
};

/** Asked once for each account: a release never changes, and a reader lives as long as its request. */
export function seesOnce(reader: Pick<TenantReader, 'count'>): Sees {
  const known = new Map<string, Promise<boolean>>();
  const keyOf = (releaseId: string, accountId: string) => JSON.stringify([releaseId, accountId]);
  const sees: Sees = (releaseId, accountId) => {
    const key = keyOf(releaseId, accountId);
    const where = [{ column: 'account_id', op: '=' as const, value: accountId }];
    const asked = known.get(key) ?? reader.count({ releaseId, where }).then((rows) => rows > 0);
    known.set(key, asked);
    return asked;
  };
  sees.learn = (releaseId, accountId, seen) => known.set(keyOf(releaseId, accountId), Promise.resolve(seen));
  return sees;
}

/**
 * The rows of a table that holds every account as of a day, by day; none where the reader does not see the account.
 * Looked up in the sheets; a release of an earlier version has none, and is looked up by key, first in its own rows and
 * then where it rests: over both at once the engine would read every row.
 */
export async function ofAccount(
  warehouse: Warehouse,
  sees: Sees,
  table: FeatureTable,
  { releaseId, featuresRelease = releaseId, accountId, days, columns }: OfAccount,
): Promise<Map<string, Row>> {
  const found = new Map<string, Row>();
  if (!(await sees(releaseId, accountId))) return found;
  const [sheets] = await accountSheets(warehouse, accountId, [{ release: featuresRelease, days }]);
  const asked = ['observed', ...columns];
  for (const [day, row] of sheets![table])
    found.set(day, Object.fromEntries(asked.map((name) => [name, row[name] ?? null])));
  const list = ['observed', ...columns].map(quoted).join(', ');
  for (const release of ['= {release:String}', `IN ${baseOf('feature_bases')}`]) {
    const missing = days.filter((day) => !found.has(day));
    if (missing.length === 0) break;
    const rows = await warehouse.query({
      sql: `SELECT toString(as_of) AS day, ${list} FROM ${table} WHERE release_id ${release} AND as_of IN {days:Array(Date)} AND account_id = {account:String}`,
      params: { release: featuresRelease, days: missing, account: accountId },
      schema: AnyRow,
    });
    for (const { day, ...row } of rows) found.set(String(day), row);
  }
  return found;
}

/** The release that another one rests on; none for most. */
function baseOf(bases: 'feature_bases'): string {
  return `(SELECT base_id FROM ${bases} WHERE release_id = {release:String})`;
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

/** Steps of this many accounts say what is usual; more would take a large release's readers their engine. */
const STEPS_ACCOUNTS_MAX = 50_000;

/** How many accounts have bytes on a day. */
export function accountsOn({ featuresRelease: release, asOf }: TransitionSelect['to']): string {
  return `SELECT count() AS n FROM ${featuresOf('feature_bins', { release, asOf })}`;
}

/** `fact` is a column's name; only steps from one bin to another one. Of a large release a sample of its accounts. */
export function transitionsOf({ from, to, columns, countMin }: TransitionSelect, accounts = 0): Statement {
  const oneIn = Math.max(1, Math.ceil(accounts / STEPS_ACCOUNTS_MAX));
  const sample = oneIn === 1 ? '' : ` WHERE cityHash64(account_id) % ${oneIn} = 0`;
  const day = ({ featuresRelease: release, asOf }: TransitionSelect['from'], list: string) =>
    `SELECT account_id, ${list} FROM ${featuresOf('feature_bins', { release, asOf })}${sample}`;
  const bytes = columns.map(quoted).join(', ');
  const names = columns.map((column) => `'${quoted(column).slice(1, -1)}'`).join(', ');
  const steps = `arrayFilter(s -> s.2 != s.3, arrayZip([${names}], [${columns.map((c) => `a.${quoted(c)}`).join(', ')}], [${columns.map((c) => `b.${quoted(c)}`).join(', ')}]))`;
  const sql = `SELECT step.1 AS fact, step.2 AS from_bin, step.3 AS to_bin, toUInt32(count()) AS n FROM (
      SELECT arrayJoin(${steps}) AS step FROM (${day(from, bytes)}) AS a INNER JOIN (${day(to, bytes)}) AS b ON a.account_id = b.account_id)
    GROUP BY fact, from_bin, to_bin HAVING n >= ${Math.trunc(countMin)} ORDER BY fact, from_bin, to_bin`;
  return { sql, params: {} };
}
