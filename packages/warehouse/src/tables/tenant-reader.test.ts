import { afterAll, describe, expect, inject, test } from 'vitest';
import { bytesOf } from '../contract/stock';
import { freshWarehouse } from '../testing';
import { addColumns, quoted } from './release-tables';
import { tenantReader } from './tenant-reader';
import type { Condition, Select, Tenant } from './tenant-where';

const database = await freshWarehouse(inject('warehouse'));
afterAll(database.drop);
for (const sql of addColumns('release_rows', [
  { name: 'CrmCluster', type: 'LowCardinality(String)' },
  { name: 'CrmCode', type: 'LowCardinality(String)' },
  { name: 'CrmPropensity', type: 'Nullable(UInt32)' },
]))
  await database.jobs.command({ sql });
await database.jobs.command({ sql: 'ALTER TABLE features ADD COLUMN IF NOT EXISTS seats Nullable(Int64)' });

type Given = { partner: string; account: string; locations?: string[]; release?: string };
const GIVEN: Given[] = [
  { partner: 'P1', account: 'A1', locations: ['L1'] },
  { partner: 'P1', account: 'A2', locations: ['L2'] },
  { partner: 'P1', account: 'A3', locations: ['L1', 'L2'] },
  { partner: 'P1', account: 'A4', locations: [] },
  { partner: 'P1', account: 'A1', locations: ['L1'], release: 'old' },
  { partner: 'P2', account: 'A1', locations: ['L1'] },
  { partner: 'P2', account: 'B1', locations: ['L1', 'M1'] },
];
const names: Record<string, string> = {
  A1: 'Ärger & Söhne',
  A2: "O'Neil",
  A3: '100% \\ _x',
  A4: 'Zeta',
  B1: 'Beta',
};
await database.jobs.insertRows({
  table: 'release_rows',
  rows: GIVEN.map(({ partner, account, locations = [], release = 'new' }, index) => ({
    release_id: release,
    partner_id: partner,
    account_id: account,
    location_ids: locations,
    AccountName: names[account],
    Domain: `${account.toLowerCase()}.example`,
    Country: account === 'A2' ? 'Ireland' : 'Austria',
    OrgSize: account === 'A4' ? null : index * 10 + 5,
    FitAsOf: `2026-0${index + 1}-01`,
    CrmCluster: account === 'A1' ? 'Act Now' : 'Nurture',
    CrmCode: 'A1',
    CrmPropensity: account === 'A3' ? null : index,
  })),
});
await database.jobs.insertRows({
  table: 'release_agreements',
  rows: GIVEN.flatMap(({ partner, account, locations = [], release = 'new' }) =>
    ['North', 'South'].map((division) => ({
      release_id: release,
      partner_id: partner,
      account_id: account,
      location_ids: locations,
      AgreementID: `G-${partner}-${account}`,
      AgreementEndDate: account === 'A1' ? '2026-06-01' : '2027-06-01',
      ExpiringRevenue: 100,
      RevSumDivisionName: division,
    })),
  ),
});
await database.jobs.insertRows({
  table: 'features',
  rows: ['A1', 'A2', 'B1'].map((account) => ({
    release_id: 'new',
    as_of: '2026-01-01',
    account_id: account,
    observed: 1,
    seats: 9,
  })),
});

const readerOf = (tenant: Tenant) => tenantReader(database.as('portal'), tenant);
const whole = readerOf({ partnerId: 'P1', locations: '*' });
const other = readerOf({ partnerId: 'P2', locations: '*' });
const first = readerOf({ partnerId: 'P1', locations: ['L1'] });
const nowhere = readerOf({ partnerId: 'P1', locations: [] });

const at = (location: string) => readerOf({ partnerId: 'P1', locations: [location] });
const accounts = async (reader: typeof whole, select: Partial<Select> = {}) =>
  (await reader.rows({ releaseId: 'new', columns: ['account_id'], ...select })).map((row) => row.account_id);

async function streamed(rows: AsyncIterable<Record<string, unknown>>): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

describe('a tenant sees its own rows of the release and no others', () => {
  const cases: [name: string, reader: typeof whole, expected: string[]][] = [
    ['the whole organisation', whole, ['A1', 'A2', 'A3', 'A4']],
    ['another organisation', other, ['A1', 'B1']],
    ['one location', first, ['A1', 'A3']],
    ['no location', nowhere, []],
    ['a location of another organisation', readerOf({ partnerId: 'P1', locations: ['M1'] }), []],
    ['a partner that is not there', readerOf({ partnerId: "P1' OR '1'='1", locations: '*' }), []],
    ['a location that breaks out', readerOf({ partnerId: 'P1', locations: ["L1'] OR 1 --"] }), []],
  ];
  test.each(cases)('%s', async (_, reader, expected) => {
    const all = { releaseId: 'new', columns: ['account_id'] };
    expect(await accounts(reader)).toEqual(expected);
    expect((await streamed(reader.stream(all))).map((row) => row.account_id)).toEqual(expected);
    const csv = await bytesOf(await reader.bytes({ ...all, format: 'CSV' }));
    expect(csv.toString()).toBe(expected.map((account) => `"${account}"\n`).join(''));
    expect(await reader.count({ releaseId: 'new' })).toBe(expected.length);
    const counted = await reader.countBy({ releaseId: 'new', by: ['CrmCode'] });
    expect(counted).toEqual(expected.length ? [{ CrmCode: 'A1', n: expected.length }] : []);
    const agreed = await streamed(
      reader.agreements({ ...all, columns: ['account_id', 'RevSumDivisionName', 'AccountName'] }),
    );
    expect(agreed.map((row) => row.account_id)).toEqual(expected.flatMap((account) => [account, account]));
    expect(await reader.countAgreements({ releaseId: 'new' })).toBe(expected.length * 2);
    expect(await reader.agreementSum({ releaseId: 'new' })).toEqual({
      agreements: expected.length,
      cents: expected.length * 200,
    });
  });

  test('in the facts of an account', async () => {
    const facts = { releaseId: 'new', days: ['2026-01-01'], columns: ['seats'] };
    expect([...(await whole.facts({ ...facts, accountId: 'A2' }))]).toEqual([
      ['2026-01-01', { observed: 1, seats: 9 }],
    ]);
    for (const [reader, accountId] of [
      [whole, 'B1'],
      [first, 'A2'],
      [nowhere, 'A1'],
      [other, 'A2'],
    ] as const) {
      expect((await reader.facts({ ...facts, accountId })).size).toBe(0);
    }
    expect((await whole.facts({ ...facts, releaseId: 'old', accountId: 'A2' })).size).toBe(0);
  });

  test('in another release only what is there', async () => {
    expect(await accounts(whole, { releaseId: 'old' })).toEqual(['A1']);
    expect(await accounts(whole, { releaseId: 'none' })).toEqual([]);
  });
});

describe('rows are narrowed by', () => {
  const cases: [where: Condition[], expected: string[]][] = [
    [[{ column: 'Country', op: '=', value: 'Austria' }], ['A1', 'A3', 'A4']],
    [[{ column: 'Country', op: '!=', value: 'Austria' }], ['A2']],
    [[{ column: 'AccountName', op: '=', value: "O'Neil" }], ['A2']],
    [[{ column: 'OrgSize', op: '>', value: 5 }], ['A2', 'A3']],
    [[{ column: 'OrgSize', op: '>=', value: 5 }], ['A1', 'A2', 'A3']],
    [[{ column: 'OrgSize', op: '<', value: 15.5 }], ['A1', 'A2']],
    [[{ column: 'OrgSize', op: 'is null' }], ['A4']],
    [[{ column: 'CrmPropensity', op: 'is not null' }], ['A1', 'A2', 'A4']],
    [[{ column: 'FitAsOf', op: '<', value: '2026-02-15' }], ['A1', 'A2']],
    [[{ column: 'Country', op: 'in', values: ['Ireland', "it's"] }], ['A2']],
    [[{ column: 'OrgSize', op: 'in', values: [5, 25] }], ['A1', 'A3']],
    [[{ column: 'Country', op: 'in', values: [] }], []],
    [[{ column: 'OrgSize', op: 'in', values: [] }], []],
    [[{ column: 'Domain', op: 'contains', value: 'A2.EX' }], ['A2']],
    [[{ column: 'AccountName', op: 'contains', value: 'söhne' }], ['A1']],
    [[{ column: 'AccountName', op: 'contains', value: '% \\ _' }], ['A3']],
    [[{ column: 'OrgSize', op: 'contains', value: '15' }], ['A2']],
    [
      [
        { column: 'Country', op: '=', value: 'Austria' },
        { column: 'CrmCluster', op: 'in', values: ['Nurture'] },
        { column: 'OrgSize', op: 'is not null' },
      ],
      ['A3'],
    ],
  ];
  test.each(cases)('%j', async (where, expected) => {
    expect(await accounts(whole, { where })).toEqual(expected);
    expect(await whole.count({ releaseId: 'new', where })).toBe(expected.length);
  });

  test.each([
    ['neil', ['A2']],
    ['ÄRGER', ['A1']],
    ['a3.exa', ['A3']],
    ["o'n", ['A2']],
    ['100%', ['A3']],
    ['', ['A1', 'A2', 'A3', 'A4']],
    ['arger', ['A1']],
    [{ similar: ['argar'] }, ['A1']],
    [{ similar: ['zeat'] }, ['A4']],
    [{ similar: ['sohne', 'exmaple'] }, ['A1']],
    [{ similar: ['nothing'] }, []],
    [{ similar: [] }, []],
    ["' OR 1 --", []],
  ])('the search %j', async (search, expected) => {
    expect(await accounts(whole, { search })).toEqual(expected);
  });
});

test('a page has the rows of the whole list in its order, with more columns than decide it', async () => {
  const orderBy = [{ column: 'Country', descending: true, ranks: ['Ireland', 'Austria'] }];
  const columns = ['account_id', 'AccountName', 'OrgSize'];
  const select = { releaseId: 'new', columns, orderBy };
  const all = await whole.rows(select);
  expect(all.map((row) => row.account_id)).toEqual(['A1', 'A3', 'A4', 'A2']);
  expect(await whole.page({ ...select, limit: 2, offset: 1 })).toEqual(all.slice(1, 3));
  const where = [{ column: 'OrgSize', op: '>' as const, value: 10 }];
  expect(await whole.page({ ...select, where, search: 'example', limit: 9 })).toEqual(
    await whole.rows({ ...select, where, search: 'example' }),
  );
  expect(await at('L1').page({ ...select, limit: 9 })).toEqual(await at('L1').rows(select));
});

test('sums and medians are over the reader’s rows, absent values left out', async () => {
  const select = { releaseId: 'new', sums: ['OrgSize'], medians: ['CrmPropensity'] };
  expect(await whole.summary(select)).toEqual({ n: 4, sum_OrgSize: 45, median_CrmPropensity: 1 });
  expect(await at('L2').summary(select)).toMatchObject({ n: 2 });
  const none = [{ column: 'Country', op: '=' as const, value: 'Nowhere' }];
  expect(await whole.summary({ ...select, where: none })).toEqual({
    n: 0,
    sum_OrgSize: 0,
    median_CrmPropensity: null,
  });
});

test('agreements narrow accounts, and only those that the reader sees', async () => {
  const ends = (day: string) => [
    { op: 'agreement' as const, where: [{ column: 'AgreementEndDate', op: '<=' as const, value: day }] },
  ];
  expect(await accounts(whole, { where: ends('2026-12-31') })).toEqual(['A1']);
  expect(await accounts(at('L2'), { where: ends('2026-12-31') })).toEqual([]);
  expect(await accounts(at('L2'), { where: ends('2028-12-31') })).toEqual(['A2', 'A3']);
  const select = { releaseId: 'new', accounts: ['A1', 'A2', 'B1'] };
  expect([...(await at('L2').agreementEnds(select))]).toEqual([['A2', '2027-06-01']]);
});

test('rows come in order, absent values last, and page by page', async () => {
  const orderBy = [{ column: 'CrmPropensity', descending: true }];
  expect(await accounts(whole, { orderBy })).toEqual(['A4', 'A2', 'A1', 'A3']);
  expect(await accounts(whole, { orderBy, limit: 2 })).toEqual(['A4', 'A2']);
  expect(await accounts(whole, { orderBy, limit: 2, offset: 2 })).toEqual(['A1', 'A3']);
  expect(await accounts(whole, { limit: 0 })).toEqual([]);
});

describe('a column that is not a name is refused before anything is asked', () => {
  const bad = ['a`', 'a b', 'a; DROP TABLE x', "a'", '1a', '', 'a.b', '*', 'a\n', 'ä', `x${'y'.repeat(200)}`];
  test.each(bad)('%j', async (column) => {
    const all = { releaseId: 'new', columns: ['account_id'] };
    const attempts = [
      () => whole.rows({ ...all, columns: [column] }),
      () => whole.rows({ ...all, where: [{ column, op: '=', value: 1 }] }),
      () => whole.rows({ ...all, where: [{ column, op: 'is null' }] }),
      () => whole.rows({ ...all, orderBy: [{ column, descending: false }] }),
      () => whole.countBy({ releaseId: 'new', by: [column] }),
      () => whole.bytes({ ...all, columns: [column], format: 'CSV' }),
      () => whole.facts({ releaseId: 'new', accountId: 'A1', days: ['2026-01-01'], columns: [column] }),
      () => whole.freeze({ releaseId: 'new', audienceId: 'x', clusterColumn: column, codeColumn: 'CrmCode' }),
    ];
    for (const attempt of attempts)
      await expect((async () => attempt())()).rejects.toThrow(/not a column name/);
    expect(() => quoted(column)).toThrow(/not a column name/);
  });
});

test('a format that is not a name is refused', async () => {
  const select = { releaseId: 'new', columns: ['account_id'] };
  await expect(whole.bytes({ ...select, format: "CSV INTO OUTFILE 'x'" })).rejects.toThrow(/format/i);
});

describe('an audience', () => {
  const select = { releaseId: 'new', clusterColumn: 'CrmCluster', codeColumn: 'CrmCode' };
  const writer = (tenant: Tenant) => tenantReader(database.jobs, tenant);
  const ids = async (reader: typeof whole, audienceId: string) =>
    (await reader.audience(audienceId)).map((row) => row.account_id);

  test('keeps what it was when it was frozen, for its own tenant', async () => {
    const where: Condition[] = [{ column: 'Country', op: '=', value: 'Austria' }];
    const mine = writer({ partnerId: 'P1', locations: '*' });
    expect(await mine.freeze({ ...select, audienceId: 'one', where })).toBe(3);
    expect((await whole.audience('one'))[0]).toEqual({
      account_id: 'A1',
      AccountName: 'Ärger & Söhne',
      Domain: 'a1.example',
      Country: 'Austria',
      Cluster: 'Act Now',
      Code: 'A1',
    });
    expect(await ids(whole, 'one')).toEqual(['A1', 'A3', 'A4']);
    expect(await ids(first, 'one')).toEqual(['A1', 'A3']);
    expect(await ids(other, 'one')).toEqual([]);
    expect(await ids(whole, 'two')).toEqual([]);
  });

  test('is replaced when it is frozen again, and only that one', async () => {
    const mine = writer({ partnerId: 'P1', locations: ['L2'] });
    const theirs = writer({ partnerId: 'P2', locations: '*' });
    await theirs.freeze({ ...select, audienceId: 'three' });
    await mine.freeze({ ...select, audienceId: 'three' });
    expect(await mine.freeze({ ...select, audienceId: 'three' })).toBe(2);
    expect(await ids(whole, 'three')).toEqual(['A2', 'A3']);
    expect(await ids(other, 'three')).toEqual(['A1', 'B1']);
  });
});
