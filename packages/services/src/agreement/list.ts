import { CLUSTERS, Cluster } from '@ascent/schemas';
import type { Condition } from '@ascent/warehouse';
import { z } from 'zod';
import { readerOf } from '../access/reader';
import type { Context, ShownRelease } from '../context';
import { ServiceError } from '../errors';
import { shownProduct } from '../grid/conditions';
import { keptRead } from '../grid/kept-reads';
import { requireRelease } from '../release/shown';

const PAGE = 50;

export const AgreementQuery = z.object({
  /** Whose clusters stand beside each agreement. */
  product: z.string().max(60).optional(),
  clusters: z.array(Cluster).default([]),
  divisions: z.array(z.string().max(100)).max(50).default([]),
  programs: z.array(z.string().max(100)).max(50).default([]),
  /** Ends in this month: 2027-01. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  /** By revenue only for who may see it. */
  sort: z.enum(['day', 'revenue', 'renewal']).default('day'),
  page: z.int().min(1).max(100_000).default(1),
});
export type AgreementQuery = z.infer<typeof AgreementQuery>;

export type AgreementLine = {
  agreementId: string;
  accountId: string;
  name: string;
  day: string;
  program: string;
  division: string;
  expiration: string;
  /** Millionths; null where the release foresees none. */
  renewal: number | null;
  cluster: string;
  code: string;
  /** Cents; absent for a role that may not see it. */
  cents?: number;
};

export type CalendarCell = { month: string; division: string; agreements: number; cents?: number };

export type AgreementPage = {
  rows: AgreementLine[];
  total: number;
  page: number;
  pageSize: number;
  product: string;
  /** What ends when, over all rows that match but for the month. */
  calendar: CalendarCell[];
  divisions: { value: string; n: number }[];
  programs: { value: string; n: number }[];
};

/** Agreements by when they end, with what they are worth and how their customer scores. */
export async function listAgreements(
  context: Context,
  input: z.input<typeof AgreementQuery>,
): Promise<AgreementPage> {
  const query = AgreementQuery.parse(input);
  const { seesSensitive } = context.actor;
  if (query.sort === 'revenue' && !seesSensitive)
    throw new ServiceError('invalid', 'sort: there is no revenue');
  const release = await requireRelease(context.platform.app);
  const product = shownProduct(release, query.product).id;
  const reader = readerOf(context);
  const where = conditionsOf(query, product);
  const select = { releaseId: release.id, where: [...where, ...monthOf(query.month)] };
  const options = (column: string) =>
    keptRead(context, ['agreements by', column, release.id], () =>
      reader.countAgreementsBy({ releaseId: release.id, by: [column] }),
    );
  const [total, calendar, divisions, programs] = await Promise.all([
    reader.countAgreements(select),
    keptRead(context, ['calendar', release.id, where], () =>
      reader.agreementCalendar({ releaseId: release.id, where }),
    ),
    options('RevSumDivisionName'),
    options('LicenseProgram'),
  ]);
  const page = Math.max(1, Math.min(query.page, Math.ceil(total / PAGE)));
  const rows = await reader.agreementPage({
    ...select,
    columns: [
      ...['AgreementID', 'account_id', 'AgreementEndDate', 'LicenseProgram', 'RevSumDivisionName'],
      ...['ExpirationType', 'ExpiringRevenue', 'RenewalPropensity'],
    ],
    orderBy: orderOf(query.sort),
    limit: PAGE,
    offset: (page - 1) * PAGE,
  });
  const accounts = await accountsOf(
    context,
    release,
    product,
    rows.map((row) => String(row.account_id)),
  );
  const choices = (found: typeof divisions, column: string) =>
    found
      .map((row) => ({ value: String(row[column]), n: Number(row.n) }))
      .filter(({ value }) => value !== '')
      .sort((a, b) => b.n - a.n);
  return {
    ...{ total, page, pageSize: PAGE, product },
    rows: rows.map((row) => {
      const accountId = String(row.account_id);
      const account = accounts.get(accountId);
      return {
        agreementId: String(row.AgreementID),
        accountId,
        name: account?.name ?? '',
        day: String(row.AgreementEndDate),
        program: String(row.LicenseProgram),
        division: String(row.RevSumDivisionName),
        expiration: String(row.ExpirationType),
        renewal: row.RenewalPropensity as number | null,
        cluster: account?.cluster ?? '',
        code: account?.code ?? '',
        ...(seesSensitive ? { cents: Number(row.ExpiringRevenue) } : {}),
      };
    }),
    calendar: calendar.map((cell) => ({
      month: String(cell.month).slice(0, 7),
      division: String(cell.division),
      agreements: Number(cell.n),
      ...(seesSensitive ? { cents: Number(cell.cents) } : {}),
    })),
    divisions: choices(divisions, 'RevSumDivisionName'),
    programs: choices(programs, 'LicenseProgram'),
  };
}

function conditionsOf({ clusters, divisions, programs }: AgreementQuery, product: string): Condition[] {
  const found: Condition[] = [];
  if (divisions.length > 0) found.push({ column: 'RevSumDivisionName', op: 'in', values: divisions });
  if (programs.length > 0) found.push({ column: 'LicenseProgram', op: 'in', values: programs });
  if (clusters.length > 0 && clusters.length < CLUSTERS.length)
    found.push({ op: 'account', where: [{ column: `${product}Cluster`, op: 'in', values: clusters }] });
  return found;
}

function monthOf(month: string | undefined): Condition[] {
  if (!month) return [];
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
  return [
    { column: 'AgreementEndDate', op: '>=', value: `${month}-01` },
    { column: 'AgreementEndDate', op: '<', value: next },
  ];
}

function orderOf(sort: AgreementQuery['sort']) {
  const byDay = { column: 'AgreementEndDate', descending: false };
  const rest = [
    { column: 'AgreementID', descending: false },
    { column: 'RevSumDivisionName', descending: false },
  ];
  if (sort === 'day') return [byDay, ...rest];
  return [
    { column: sort === 'revenue' ? 'ExpiringRevenue' : 'RenewalPropensity', descending: true },
    byDay,
    ...rest,
  ];
}

async function accountsOf(context: Context, release: ShownRelease, product: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { name: string; cluster: string; code: string }>();
  const rows = await readerOf(context).page({
    releaseId: release.id,
    where: [{ column: 'account_id', op: 'in', values: [...new Set(ids)] }],
    columns: ['account_id', 'AccountName', `${product}Cluster`, `${product}Code`],
    limit: ids.length,
  });
  return new Map(
    rows.map((row) => [
      String(row.account_id),
      {
        name: String(row.AccountName),
        cluster: String(row[`${product}Cluster`]),
        code: String(row[`${product}Code`]),
      },
    ]),
  );
}
