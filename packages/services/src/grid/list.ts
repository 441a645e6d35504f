import { AccountQuery } from '@ascent/schemas';
import { plainText, type Row, type Select, type TenantReader } from '@ascent/warehouse';
import type { z } from 'zod';
import { readerOf } from '../access/reader';
import type { Context } from '../context';
import { requireRelease } from '../release/shown';
import { type BandSum, bandSum } from './band-sum';
import { type Asking, conditions, shownProduct } from './conditions';
import { keptRead } from './kept-reads';
import { ordering } from './ordering';
import { similarTo } from './search';
import { chosenGridColumns } from './shown-columns';

/** The value of a column: scores in deci-points, chances in millionths, dates as text; null or '' = nothing there. */
export type GridCell = string | number | null;
export type AccountLine = {
  accountId: string;
  name: string;
  domain: string;
  cells: Record<string, GridCell>;
};

export type GridTotals = {
  employees: number;
  /** Deci-points; null when no account has a score. */
  fitMedian: number | null;
  intentMedian: number | null;
  /** Absent for a role that may not see it. */
  revenue?: BandSum;
};

export type AccountPage = {
  rows: AccountLine[];
  /** Shown, in this order. */
  columns: string[];
  /** How many of the columns asked for are not in the reader's role. */
  hidden: number;
  total: number;
  /** All accounts of the reader, whatever the filters. */
  all: number;
  totals: GridTotals;
  /** Nothing had the searched text, so these have words like it. */
  similar: boolean;
  page: number;
  pageSize: number;
  product: string;
};

/** One page of the accounts that the actor sees, filtered, sorted and summed in the warehouse. */
export async function listAccounts(
  context: Context,
  input: z.input<typeof AccountQuery>,
): Promise<AccountPage> {
  const query = AccountQuery.parse(input);
  const asking = await askingOf(context);
  const reader = readerOf(context);
  const product = shownProduct(asking.release, query.product).id;
  const { columns, hidden } = chosenGridColumns(asking, query);
  const [{ select, similar, sums }, all] = await Promise.all([
    foundBy(context, asking, query, reader),
    allOf(context, asking, reader),
  ]);
  const total = Number(sums.summary.n);
  // A page beyond the end is the last one: rows may have gone since the address was written.
  const page = Math.max(1, Math.min(query.page, Math.ceil(total / query.pageSize)));
  const rows =
    total === 0
      ? []
      : await reader.page({
          ...select,
          columns: storedFor(columns),
          orderBy: ordering(asking, query),
          limit: query.pageSize,
          offset: (page - 1) * query.pageSize,
        });
  const ends = columns.includes('AgreementEndDate')
    ? await reader.agreementEnds({
        releaseId: asking.release.id,
        accounts: rows.map((row) => String(row.account_id)),
      })
    : new Map<string, string>();
  return {
    rows: rows.map((row) => toLine(row, columns, ends)),
    ...{ columns, hidden, total, all, similar, page, pageSize: query.pageSize, product },
    totals: totalsOf(asking, sums, product),
  };
}

export async function askingOf({ platform, actor }: Context): Promise<Asking> {
  return { release: await requireRelease(platform.app), seesSensitive: actor.seesSensitive };
}

function allOf(context: Context, { release }: Asking, reader: TenantReader): Promise<number> {
  const select = { releaseId: release.id };
  return keptRead(context, ['count', select], () => reader.count(select));
}

type Found = Omit<Select, 'columns'>;
type Sums = { summary: Row; bands: { band: string; n: number }[] };

/** What the filters and the search leave, with its sums: the searched text as it is, else words like its own. */
export async function foundBy(
  context: Context,
  asking: Asking,
  query: AccountQuery,
  reader: TenantReader,
): Promise<{ select: Found; similar: boolean; sums: Sums }> {
  const plain: Found = { releaseId: asking.release.id, where: conditions(asking, query) };
  const product = shownProduct(asking.release, query.product).id;
  const search = plainText(query.search);
  const exact = search === '' ? plain : { ...plain, search };
  const sums = await sumsOf(context, asking, { select: exact, product }, reader);
  if (search === '' || Number(sums.summary.n) > 0) return { select: exact, similar: false, sums };
  const select = { ...plain, search: similarTo(search) };
  return { select, similar: true, sums: await sumsOf(context, asking, { select, product }, reader) };
}

function sumsOf(
  context: Context,
  { release, seesSensitive }: Asking,
  { select, product }: { select: Found; product: string },
  reader: TenantReader,
): Promise<Sums> {
  const medians = [`${product}FitScore`, `${product}IntentScore`];
  return keptRead(context, ['sums', product, seesSensitive, select], async () => {
    const values = seesSensitive ? release.catalogue.revenueBands.map(({ label }) => label) : [];
    const tally = { column: `${product}RevenuePotential`, values };
    const summary = await reader.summary({ ...select, sums: ['OrgSize'], medians, tally });
    const bands = values.map((band, at) => ({ band, n: Number(summary[`tally_${at}`]) }));
    const without = Number(summary.n) - bands.reduce((sum, { n }) => sum + n, 0);
    return { summary, bands: [...bands, { band: '', n: without }] };
  });
}

function totalsOf({ release, seesSensitive }: Asking, { summary, bands }: Sums, product: string): GridTotals {
  const median = (part: string) => summary[`median_${product}${part}`] as number | null;
  return {
    employees: Number(summary.sum_OrgSize),
    fitMedian: median('FitScore'),
    intentMedian: median('IntentScore'),
    ...(seesSensitive ? { revenue: bandSum(release.catalogue, bands) } : {}),
  };
}

/** A cluster's chip carries its code; the end of an agreement is no column of an account. */
function storedFor(columns: readonly string[]): string[] {
  const codes = columns
    .filter((name) => name.endsWith('Cluster'))
    .map((name) => name.replace(/Cluster$/, 'Code'));
  const own = columns.filter((name) => name !== 'AgreementEndDate');
  return [...new Set(['account_id', 'AccountName', 'Domain', ...own, ...codes])];
}

function toLine(row: Row, columns: readonly string[], ends: Map<string, string>): AccountLine {
  const { account_id, ...cells } = row;
  const accountId = String(account_id);
  const next: Record<string, GridCell> = columns.includes('AgreementEndDate')
    ? { AgreementEndDate: ends.get(accountId) ?? null }
    : {};
  return {
    accountId,
    name: String(row.AccountName),
    domain: String(row.Domain),
    cells: { ...(cells as Record<string, GridCell>), ...next },
  };
}
