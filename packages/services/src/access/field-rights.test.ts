import { text } from 'node:stream/consumers';
import type { AccountQuery } from '@ascent/schemas';
import { afterAll, describe, expect, inject, test } from 'vitest';
import type { z } from 'zod';
import { accountBelongings } from '../account/belongings';
import { getAccount } from '../account/get';
import { accountHistory } from '../account/history';
import { listAgreements } from '../agreement/list';
import { compareCohort } from '../compare/cohort';
import { compareReleases } from '../compare/releases';
import type { Context } from '../context';
import { giveFeedback, listFeedback } from '../feedback/feedback';
import { exportView } from '../grid/export-view';
import { listAccounts } from '../grid/list';
import { scoreMatrix } from '../grid/matrix';
import { filterOptions } from '../grid/options';
import { listMovers } from '../release/movers';
import { overview } from '../release/overview';
import { exportReport } from '../report/export';
import { listReports } from '../report/list';
import { ALPHA, freshPlatform, PASSWORD, SENSITIVE, twoPartners } from '../testing';
import { createUser } from '../user/create';
import { actorOf } from './actor';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform } = stores;
afterAll(stores.drop);
const { actors, ids } = await twoPartners(stores);
const { account } = ids;

async function somebody(name: string, roles: Parameters<typeof createUser>[1]['roles']): Promise<Context> {
  const email = `${name}@${ALPHA}.example`;
  const said = { email, name, password: PASSWORD, partnerId: ALPHA, roles };
  const { userId } = await createUser(platform, said);
  return { platform, actor: await actorOf(platform, { userId, name, email, activeOrganizationId: ALPHA }) };
}
const executive: Context = { platform, actor: actors.ada };
const others = {
  'a report viewer': { platform, actor: actors.vera },
  'an executive at one location who is a viewer at another': await somebody('max', [
    { role: 'executive-report-viewer', scope: 'L1' },
    { role: 'report-viewer', scope: 'L2' },
  ]),
  'an account admin who reads reports': await somebody('amy', [
    { role: 'account-admin', scope: '*' },
    { role: 'report-viewer', scope: '*' },
  ]),
} satisfies Record<string, Context>;
const names = Object.keys(others) as (keyof typeof others)[];

const BAND = 'SecurityRevenuePotential';
const query = (given: z.input<typeof AccountQuery>) => given;
const json = async (answer: Promise<unknown>) => JSON.stringify(await answer);
const csv = async (file: Promise<{ body: NodeJS.ReadableStream }>) => text((await file).body);
const filtered = query({ where: [{ column: BAND, op: 'is', values: [SENSITIVE.band] }] });
const rich = query({ where: [{ column: 'ExpiringRevenue', op: 'min', values: ['7000000'] }] });
const sorted = query({ sort: [{ column: BAND, descending: true }] });

await giveFeedback(executive, { accountId: account, subject: BAND, claimedValue: '$100K+', comment: 'no' });

const ofSecurity = { accountId: account, product: 'Security' };
const band = /\$25K-\$50K/;
const sum = /"high":5100000/;
const cents = /777777700/;
type Surface = [name: string, ask: (context: Context) => Promise<string>, shows: RegExp];
const surfaces: Surface[] = [
  ['rows of the grid', (who) => json(listAccounts(who, { columns: [BAND] })), band],
  ['the grid’s own choice of columns', (who) => json(listAccounts(who, {})), band],
  ['totals of the grid', (who) => json(listAccounts(who, {}).then(({ totals }) => totals)), sum],
  ['cells of the matrix', (who) => json(scoreMatrix(who, {})), sum],
  ['the overview', (who) => json(overview(who)), cents],
  ['revenue of the overview', (who) => json(overview(who)), sum],
  ['movers', (who) => json(listMovers(who, { kind: 'entered' })), band],
  ['an account’s band', (who) => json(getAccount(who, ofSecurity)), band],
  ['an account’s estimate', (who) => json(getAccount(who, ofSecurity)), /3636300/],
  ['sentences of drivers', (who) => json(getAccount(who, ofSecurity)), /US\$424,242/],
  ['Portuguese sentences of drivers', (who) => json(getAccount(who, ofSecurity)), /424\.242/],
  ['bins of drivers', (who) => json(getAccount(who, ofSecurity)), /313,131/],
  ['evidence of drivers', (who) => json(getAccount(who, ofSecurity)), /sensitive-evidence/],
  ['clauses of a cohort’s rule', (who) => json(getAccount(who, ofSecurity)), /"value":42424200/],
  ['what an account owns', (who) => json(accountBelongings(who, account)), /"value":42424200/],
  ['agreements of an account', (who) => json(accountBelongings(who, account)), cents],
  ['signals of an account', (who) => json(accountBelongings(who, account)), /sensitive-evidence/],
  ['agreements', (who) => json(listAgreements(who, {})), cents],
  ['the calendar', (who) => json(listAgreements(who, {}).then(({ calendar }) => calendar)), cents],
  ['a cohort beside the others', (who) => json(compareCohort(who, { cohort: 'staffed' })), sum],
  ['feedback', (who) => json(listFeedback(who, account)), band],
  ['the file of a view', (who) => csv(exportView(who, {})), band],
  ['the file of a view with the column', (who) => csv(exportView(who, { columns: [BAND] })), band],
  ['the report of a product', (who) => csv(exportReport(who, { report: 'security' })), band],
  ['the report of renewals', (who) => csv(exportReport(who, { report: 'agreement-renewal' })), /7777777\.00/],
  ['columns of reports', (who) => json(listReports(who)), /ExpiringRevenue/],
];
/** Where nothing sensitive stands, for nobody. */
const open: [name: string, ask: Surface[1]][] = [
  ['history', (who) => json(accountHistory(who, account))],
  ['releases side by side', (who) => json(compareReleases(who, {}))],
  ['a search for a band', (who) => json(listAccounts(who, { search: '25K', columns: ['City'] }))],
];

const everywhere = [...surfaces.map(([name, ask]) => [name, ask] as const), ...open];

const MARKS = [
  /\$\d+K|<\$1K/,
  /7[.,]?777[.,]?777/,
  /424[.,]?242/,
  /313[.,]?131/,
  /(35[.,]?353|36[.,]?363|37[.,]?373)[.,]?00/,
  /sensitive-evidence/,
  /"(cents|revenue|revenuePotential)"/,
  /ExpiringRevenue|RevenuePotential/,
];

describe('what is sensitive', () => {
  test.each(surfaces)('stands for an executive in %s', async (_name, ask, shows) => {
    expect(await ask(executive)).toMatch(shows);
  });

  describe.each(names)('for %s', (who) => {
    test.each(everywhere)('stands nowhere in %s', async (_name, ask) => {
      const answer = await ask(others[who]);
      expect(answer.length).toBeGreaterThan(1);
      for (const mark of MARKS) expect(answer).not.toMatch(mark);
    });
  });
});

test.each(everywhere)(
  'what only all partners’ sales tell stands in no answer, not even the executive’s: %s',
  async (_name, ask) => {
    expect(await ask(executive)).not.toMatch(/565[.,]?656/);
  },
);

describe('a column that one may not see', () => {
  const NONE = 'NoSuchColumn';
  type Use = [name: string, ask: (context: Context, column: string) => Promise<unknown>, column: string];
  const uses: Use[] = [
    ...[BAND, 'ExpiringRevenue'].flatMap((column): Use[] => [
      ['a filter of the grid', (who, by) => listAccounts(who, byColumn(by)), column],
      ['a filter of the matrix', (who, by) => scoreMatrix(who, byColumn(by)), column],
      ['a filter of a view’s file', (who, by) => exportView(who, byColumn(by)), column],
      [
        'a filter of a report',
        (who, by) => exportReport(who, { report: 'security', filters: byColumn(by) }),
        column,
      ],
      ['the order of the grid', (who, by) => listAccounts(who, { sort: [{ column: by }] }), column],
      ['the order of a view’s file', (who, by) => exportView(who, { sort: [{ column: by }] }), column],
      ['a choice of values', (who, by) => filterOptions(who, { column: by }), column],
      ['feedback', (who, by) => giveFeedback(who, feedbackOn(by)), column],
    ]),
    ['a report', (who, by) => exportReport(who, { report: 'security', columns: [by] }), 'RevenuePotential'],
    [
      'a report of renewals',
      (who, by) => exportReport(who, { report: 'agreement-renewal', columns: [by] }),
      'ExpiringRevenue',
    ],
  ];
  const byColumn = (column: string) => ({ where: [{ column, op: 'known' as const, values: [] }] });
  const feedbackOn = (subject: string) => ({ accountId: account, subject, claimedValue: 'x', comment: '' });
  const refusal = (asked: Promise<unknown>) =>
    asked.then(
      () => null,
      ({ code, message }: { code?: string; message: string }) => ({ code, message }),
    );

  describe.each(names)('for %s', (who) => {
    test.each(uses)(
      'is refused in %s in the words of one that there is not: %s %s',
      async (_n, ask, column) => {
        const none = await refusal(ask(others[who], NONE));
        expect(none).toMatchObject({ code: 'invalid', message: expect.stringContaining(NONE) });
        expect(await refusal(ask(others[who], column))).toEqual({
          ...{ ...none, message: none!.message.replace(NONE, column) },
        });
      },
    );

    test('is left out of the grid like one that there is not', async () => {
      const shown = async (column: string) => {
        const { columns, hidden } = await listAccounts(others[who], { columns: ['City', column] });
        return { columns, hidden };
      };
      expect(await shown(BAND)).toEqual(await shown(NONE));
    });

    test('orders no agreements', async () => {
      expect(await refusal(listAgreements(others[who], { sort: 'revenue' }))).toEqual({
        ...{ code: 'invalid', message: 'sort: there is no revenue' },
      });
    });
  });

  test('is the executive’s to filter by, to order by and to choose from', async () => {
    const found = async (given: object) =>
      (await listAccounts(executive, given)).rows.map(({ accountId }) => accountId);
    expect(await found(filtered)).toEqual([account]);
    expect(await found(rich)).toEqual([account]);
    expect(await found(sorted)).toEqual([account, ids.otherAccount]);
    expect(await filterOptions(executive, { column: BAND })).toContainEqual({ value: SENSITIVE.band, n: 1 });
    const { rows } = await listAgreements(executive, { sort: 'revenue' });
    expect(rows.map(({ cents: worth }) => worth)).toEqual([777_777_700, 8_888_800]);
  });
});

test('an executive of one location sees what is sensitive there, and nothing of another', async () => {
  const lou = { platform, actor: actors.lou };
  for (const [name, ask, shows] of surfaces) {
    const answer = await ask(lou);
    if (!['totals', 'cells', 'revenue', 'a cohort'].some((sums) => name.startsWith(sums)))
      expect([name, answer]).toEqual([name, expect.stringMatching(shows)]);
    expect(answer).not.toMatch(/88[.,]?888|<\$1K/);
  }
});
