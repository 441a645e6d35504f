import { mergeParts, type Warehouse } from '@ascent/warehouse';
import { z } from 'zod';

/** The partner that all of the bench's accounts are copied to; for many partners `BENCH-1`, `BENCH-2` and so on. */
export const benchPartner = (index: number) => `BENCH-${index}`;

export type Blown = { releases: { id: string; days: string[] }[]; accounts: number; partners: number };

/**
 * Makes many accounts of a sample's few: every row is copied under new ids as often as it takes, with names, sizes
 * and scores of its own, so that sorting and filtering have as much to tell apart as with real ones.
 */
export async function blowUp(
  warehouse: Warehouse,
  { releases, accounts, partners }: Blown,
  progress: (line: string) => void,
): Promise<void> {
  const [sample] = await warehouse.query({
    sql: 'SELECT uniqExact(account_id) AS n FROM release_rows WHERE release_id = {release:String}',
    params: { release: releases.at(-1)!.id },
    schema: z.object({ n: z.number() }),
  });
  const copies = Math.ceil(accounts / sample!.n);
  for (const { id, days } of releases) {
    progress(`${id}: release rows, ${copies} of each`);
    await copyRows(warehouse, id, { copies, partners });
    // As the month leaves them.
    await mergeParts(warehouse, 'release_rows', id);
    for (const table of ['features', 'feature_bins', 'feature_sheets'])
      for (const day of days) {
        progress(`${id}: ${table} of ${day}`);
        await copyFacts(warehouse, table, { id, day, copies });
      }
  }
}

/** In slices: one statement of ten million wide rows would hold too much at once. */
const SLICE = 50;

async function copyRows(
  warehouse: Warehouse,
  release: string,
  { copies, partners }: { copies: number; partners: number },
): Promise<void> {
  const columns = await warehouse.query({
    sql: "SELECT name FROM system.columns WHERE database = currentDatabase() AND table = 'release_rows' AND default_kind != 'MATERIALIZED' ORDER BY position",
    schema: z.object({ name: z.string() }),
  });
  const names = columns.map(({ name }) => name);
  const scores = names.filter((name) => name.endsWith('Score'));
  const replaced = new Map([
    ['account_id', "concat(account_id, '~', toString(k))"],
    ['partner_id', `concat('BENCH-', toString(1 + k % ${partners}))`],
    ['AccountName', "concat(AccountName, ' ', toString(k))"],
    ['Domain', "if(Domain = '', '', concat('c', toString(k), '.', Domain))"],
    ['OrgSize', 'OrgSize + k % 41'],
    ...scores.map((name) => [name, `\`${name}\` + k % 3`] as const),
  ]);
  for (let from = 0; from < copies; from += SLICE) {
    const count = Math.min(SLICE, copies - from);
    await warehouse.command({
      sql: `INSERT INTO release_rows (${names.map((name) => `\`${name}\``).join(', ')})
        SELECT ${names.map((name) => replaced.get(name) ?? `\`${name}\``).join(', ')}
        FROM (SELECT * FROM release_rows WHERE release_id = {release:String} AND NOT startsWith(partner_id, 'BENCH-') LIMIT 1 BY account_id) AS r
        CROSS JOIN (SELECT toUInt32(number + ${from}) AS k FROM numbers(${count})) AS n`,
      params: { release },
    });
  }
}

async function copyFacts(
  warehouse: Warehouse,
  table: string,
  { id, day, copies }: { id: string; day: string; copies: number },
): Promise<void> {
  for (let from = 0; from < copies; from += SLICE) {
    const count = Math.min(SLICE, copies - from);
    await warehouse.command({
      sql: `INSERT INTO ${table} SELECT * EXCEPT (k) REPLACE (concat(account_id, '~', toString(k)) AS account_id)
        FROM (SELECT * FROM ${table} WHERE release_id = {release:String} AND as_of = {day:Date} AND position(account_id, '~') = 0) AS f
        CROSS JOIN (SELECT toUInt32(number + ${from}) AS k FROM numbers(${count})) AS n`,
      params: { release: id, day },
    });
  }
}
