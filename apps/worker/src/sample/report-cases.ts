import {
  type ReportName,
  ReportName as Reports,
  reportColumns,
  SegmentCode,
  visibleColumns,
} from '@ascent/schemas';
import {
  type Actor,
  exportReport,
  getAccount,
  listAccounts,
  listCohorts,
  listReports,
  overview,
  type ReportRequest,
} from '@ascent/services';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { partnerActor, type TestMonth } from './test-month';

type Cells = Record<string, string>;

let month: TestMonth;
let partner: string;
let other: string;
let location: string;

const as = (actor: Actor) => ({ platform: month.platform, actor });
const viewer = (rights: Partial<Actor> = {}) => as(partnerActor(partner, rights));

async function fileOf(report: ReportName, actor: Actor, request: Partial<ReportRequest> = {}) {
  const { body } = await exportReport(as(actor), { report, ...request });
  let text = '';
  for await (const chunk of body) text += chunk;
  const [header, ...rows] = parse(text) as string[][];
  return {
    header: header!,
    rows: rows.map((row) => Object.fromEntries(header!.map((name, at) => [name, row[at]!])) as Cells),
  };
}

/** What readers see of the sample's month; it changes nothing. */
export function reportCases(opened: () => TestMonth): void {
  beforeAll(() => {
    month = opened();
    const lia = month.users.find((user) => user.email.startsWith('lia'))!;
    partner = lia.partnerId;
    location = lia.roles[0]!.scope;
    other = month.users.find((user) => user.email.startsWith('bia'))!.partnerId;
  });

  describe('the six reports', () => {
    test.each(Reports.options)('%s has exactly the documented columns, in order', async (report) => {
      const { header, rows } = await fileOf(report, partnerActor(partner));
      expect(header).toEqual(reportColumns(report).map((column) => column.header));
      expect(rows.length).toBeGreaterThan(0);
    });

    test('firmographics of an account are the same in all of them', async () => {
      const block = reportColumns('azure')
        .slice(0, 20)
        .map((column) => column.header);
      const files = await Promise.all(Reports.options.map((report) => fileOf(report, partnerActor(partner))));
      const told = new Map<string, string>();
      for (const { rows } of files) {
        for (const row of rows) {
          const firmographics = JSON.stringify(block.map((name) => row[name]));
          expect(told.get(row.CustomerID!) ?? firmographics).toBe(firmographics);
          told.set(row.CustomerID!, firmographics);
        }
      }
      expect(told.size).toBeGreaterThan(20);
    });

    test('Microsoft 365 and Surface differ in nothing but the revenue band', async () => {
      const [m365, surface] = await Promise.all([
        fileOf('m365', partnerActor(partner)),
        fileOf('surface', partnerActor(partner)),
      ]);
      const without = (rows: Cells[]) => rows.map(({ RevenuePotential: _band, ...rest }) => rest);
      expect(surface.header).toEqual(m365.header);
      expect(without(surface.rows)).toEqual(without(m365.rows));
      const bands = (rows: Cells[]) => rows.map((row) => row.RevenuePotential);
      expect(bands(surface.rows)).not.toEqual(bands(m365.rows));
    });

    test('levels, clusters and flags are the documented words, blank where there is no score', async () => {
      const { rows } = await fileOf('d365', partnerActor(partner));
      const levels = ['High', 'Medium', 'Low', 'Very low', ''];
      for (const row of rows) {
        for (const model of ['D365BC', 'D365SP', 'PowerApps']) {
          expect(levels).toContain(row[`${model}Fit`]);
          expect(['Act Now', 'Evaluate', 'Nurture', 'Educate', '']).toContain(row[`${model}Cluster`]);
          expect(row[`${model}Cluster`] === '').toBe(row[`${model}Fit`] === '');
        }
        expect(['Yes', 'No']).toContain(row.HasM365);
        if (Number(row.OrgSize) >= 300) expect(row.D365BCFit).toBe('');
      }
    });

    test('the same release gives the same file twice', async () => {
      const first = await fileOf('azure', partnerActor(partner));
      expect(await fileOf('azure', partnerActor(partner))).toEqual(first);
    });

    test('a column or a release that does not exist is named', async () => {
      await expect(exportReport(viewer(), { report: 'azure', columns: ['Nope'] })).rejects.toThrow(
        /no Nope in azure/,
      );
      await expect(exportReport(viewer(), { report: 'azure', release: '2026-10.9' })).rejects.toThrow(
        /not found/,
      );
    });
  });

  describe('who sees what', () => {
    const reportViewer = { seesSensitive: false };

    test('a report viewer gets no sensitive column and no way to one', async () => {
      for (const report of Reports.options) {
        const { header } = await fileOf(report, partnerActor(partner, reportViewer));
        expect(header).toEqual(visibleColumns(report, false).map((column) => column.header));
      }
      const asked = exportReport(viewer(reportViewer), { report: 'azure', columns: ['RevenuePotential'] });
      await expect(asked).rejects.toThrow(/no RevenuePotential/);
      const grid = await listAccounts(viewer(reportViewer), {});
      expect(JSON.stringify(grid)).not.toContain('RevenuePotential');
      expect(grid.totals.revenue).toBeUndefined();
      expect((await overview(viewer(reportViewer))).agreements.cents).toBeUndefined();
      const account = await getAccount(viewer(reportViewer), { accountId: grid.rows[0]!.accountId });
      expect(account.cards.every((card) => card.revenuePotential === undefined)).toBe(true);
      const listed = await listReports(viewer(reportViewer));
      expect(listed.flatMap((each) => each.columns).some((column) => column.sensitive)).toBe(false);
    });

    test('a report viewer is not told why a cohort holds where money decides it', async () => {
      const { rows } = await listAccounts(viewer(), { cohort: 'first-azure-workload', pageSize: 5 });
      const money = (clauses: { facts: { name: string }[] }[]) =>
        clauses.flatMap((clause) => clause.facts).filter((fact) => fact.name === 'monthlyConsumption');
      const playOf = async (rights: Partial<Actor>) => {
        const { cohorts } = await getAccount(viewer(rights), { accountId: rows[0]!.accountId });
        return cohorts.find((each) => each.id === 'first-azure-workload')!;
      };
      const [full, limited] = [await playOf({}), await playOf(reportViewer)];
      expect(limited.member).toBe(full.member);
      expect(money(full.clauses).length).toBeGreaterThan(0);
      expect(money(limited.clauses)).toEqual([]);
    });

    test('a location viewer sees only rows of that location', async () => {
      const scoped = viewer({ locations: [location] });
      const [whole, part] = [await listAccounts(viewer(), {}), await listAccounts(scoped, {})];
      expect(part.all).toBeGreaterThan(0);
      expect(part.all).toBeLessThan(whole.all);
      const { rows } = await fileOf('azure', partnerActor(partner, { locations: [location] }));
      expect(rows).toHaveLength(part.all);
      expect((await listAccounts(viewer({ locations: ['elsewhere'] }), {})).all).toBe(0);
      expect((await listAccounts(viewer({ locations: [] }), {})).all).toBe(0);
    });

    test('another partner’s account is not found, and no list or file holds one', async () => {
      const theirs = await listAccounts(as(partnerActor(other)), { pageSize: 200 });
      const mine = new Set<string>();
      for (let page = 1; ; page++) {
        const { rows } = await listAccounts(viewer(), { page, pageSize: 200 });
        for (const row of rows) mine.add(row.accountId);
        if (rows.length < 200) break;
      }
      const foreign = theirs.rows.find((row) => !mine.has(row.accountId))!;
      await expect(getAccount(viewer(), { accountId: foreign.accountId })).rejects.toMatchObject({
        code: 'not-found',
      });
      for (const report of Reports.options) {
        const { rows } = await fileOf(report, partnerActor(partner));
        expect(rows.every((row) => row.GlobalID === partner)).toBe(true);
      }
    });

    test('a partner without any account gets empty screens and header-only files', async () => {
      const nobody = partnerActor('9999999');
      expect((await listAccounts(as(nobody), {})).all).toBe(0);
      expect((await overview(as(nobody))).accounts).toBe(0);
      expect((await fileOf('azure', nobody)).rows).toEqual([]);
    });
  });

  describe('a wrong question', () => {
    test('is answered before the first byte of a file, not by a file that never ends', async () => {
      for (const filters of [{ product: 'Nope' }, { cohort: 'nope' }])
        await expect(exportReport(viewer(), { report: 'azure', filters })).rejects.toMatchObject({
          code: 'invalid',
        });
    });

    test('for a page beyond the end is answered with the last one', async () => {
      const last = await listAccounts(viewer(), { page: 9999, pageSize: 20 });
      expect(last.page).toBe(Math.ceil(last.total / 20));
      expect(last.rows.length).toBeGreaterThan(0);
    });
  });

  describe('the same numbers everywhere', () => {
    test('the rows of a filtered file are those of the grid', async () => {
      const filters = { product: 'M365', clusters: ['Act Now' as const] };
      const grid = await listAccounts(viewer(), { ...filters, pageSize: 200 });
      const { rows } = await fileOf('m365', partnerActor(partner), { filters });
      expect(grid.total).toBeGreaterThan(0);
      expect(rows).toHaveLength(grid.total);
      expect(rows.every((row) => row.M365Cluster === 'Act Now')).toBe(true);
      expect(new Set(rows.map((row) => row.AccountName))).toEqual(new Set(grid.rows.map((row) => row.name)));
    });

    test('the overview’s clusters, the grid’s totals and the cohorts’ counts agree', async () => {
      const told = await overview(viewer());
      for (const { product, clusters, notScored } of told.products) {
        for (const { cluster, n } of clusters) {
          const grid = await listAccounts(viewer(), {
            product,
            clusters: [cluster as 'Act Now'],
            pageSize: 1,
          });
          expect(grid.total).toBe(n);
        }
        expect(clusters.reduce((sum, each) => sum + each.n, notScored)).toBe(told.accounts);
      }
      for (const cohort of await listCohorts(viewer())) {
        const grid = await listAccounts(viewer(), { cohort: cohort.id, pageSize: 1 });
        expect(grid.total).toBe(cohort.total);
      }
    });

    test('search finds by name and domain, and sorting is the warehouse’s', async () => {
      const all = await listAccounts(viewer(), { sort: [{ column: 'AccountName' }], pageSize: 200 });
      const target = all.rows.find((row) => row.domain !== '')!;
      const byName = await listAccounts(viewer(), { search: target.name.toUpperCase() });
      expect(byName.rows.map((row) => row.accountId)).toContain(target.accountId);
      const byDomain = await listAccounts(viewer(), { search: target.domain });
      expect(byDomain.rows.map((row) => row.accountId)).toContain(target.accountId);
      const codes = (await listAccounts(viewer(), { product: 'Azure', pageSize: 200 })).rows
        .map((row) => row.cells.AzureCode)
        .map((code) => SegmentCode.options.indexOf(code as SegmentCode));
      expect(codes).toEqual([...codes].sort((a, b) => a - b));
      expect(new Set(codes).size).toBeGreaterThan(3);
      const scores = (
        await listAccounts(viewer(), {
          product: 'Azure',
          sort: [{ column: 'AzureFitScore', descending: true }],
        })
      ).rows
        .map((row) => row.cells.AzureFitScore)
        .filter((fit) => typeof fit === 'number');
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    });
  });
}
