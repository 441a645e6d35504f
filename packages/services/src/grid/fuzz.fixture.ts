import { text } from 'node:stream/consumers';
import { AccountQuery, CLUSTERS, gridColumns, LEVELS, SEGMENT_CODES } from '@ascent/schemas';
import fc from 'fast-check';
import { ZodError } from 'zod';
import type { Context } from '../context';
import { ServiceError } from '../errors';
import { exportReport } from '../report/export';
import { ALPHA, BRAVO, partnerActor, type TestPlatform } from '../testing';
import { smallCatalogue } from '../testing/two-partners/catalogue';
import { releaseOfTwo } from '../testing/two-partners/release';
import { exportView } from './export-view';
import { listAccounts } from './list';
import { scoreMatrix } from './matrix';
import { filterOptions } from './options';

const known = gridColumns(smallCatalogue, true).map((column) => column.id);
const hidden = [
  'partner_id',
  'release_id',
  'account_id',
  'location_ids',
  'SearchText',
  'SignalTopics',
  'best',
];
const HALF = String.fromCharCode(0xd83d);
const odd = [
  ...[
    "' OR 1 = 1 --",
    '") UNION ALL SELECT',
    '`',
    '\\',
    "\\'",
    '\0',
    '\n\t\r',
    '%',
    '_',
    '{v0:String}',
    HALF,
  ],
  ...[`${HALF}x`, '\u202e', '𝔘', 'İ', 'ß', '\u0301', '=1+1', '', ' ', 'null', '[]', "['x']"],
  ...[BRAVO, `${BRAVO}-1`, `${BRAVO} company 1`, ALPHA, `${ALPHA}-1`, 'Act Now', 'High', 'A1', 'Yes'],
];
const numbers = [
  ...['0', '-1', '-0', '1e12', '1e13', '-1e12', '999999999999', '1e-9', '0.05', '1e400', 'NaN', 'Infinity'],
  ...['0x10', '1_000', '1,5', '4294967296', '-9223372036854775809', '18446744073709551616', '٣'],
];
const days = [
  ...['2026-10-20', '2026-02-31', '2026-02-30', '2024-02-29', '2026-13-01', '0000-01-01', '0001-01-01'],
  ...['1969-12-31', '1970-01-01', '2149-06-06', '2149-06-07', '9999-12-31', '2026-1-1', '+002026-01-01'],
];

const anyText = fc.oneof(
  ...[fc.constantFrom(...odd), fc.constantFrom(...numbers), fc.constantFrom(...days)],
  ...[fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string({ maxLength: 220 })],
  ...[fc.double().map(String), fc.bigInt().map(String), fc.date({ noInvalidDate: true }).map(dayOf)],
);
function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
const column = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...known) },
  { weight: 1, arbitrary: fc.constantFrom(...hidden) },
  { weight: 1, arbitrary: anyText },
);
const op = fc.constantFrom('is', 'not', 'contains', 'starts', 'min', 'max', 'known', 'unknown');
/** Mostly of the kind that the column holds, so that the engine is asked and not only the parser. */
const fitting = fc.constantFrom(...gridColumns(smallCatalogue, true)).chain(({ id, kind }) => {
  const isText = kind === 'text' || kind === 'choice' || kind === 'list';
  const value = isText ? anyText : kind === 'date' ? fc.constantFrom(...days) : fc.constantFrom(...numbers);
  const ops = ['is', 'not', 'known', 'unknown', ...(isText ? ['contains', 'starts'] : ['min', 'max'])];
  return fc.record({
    column: fc.constant(id),
    op: fc.constantFrom(...ops),
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
  });
});
const filter = fc.oneof(
  { weight: 6, arbitrary: fitting },
  { weight: 1, arbitrary: fc.record({ column, op, values: fc.array(anyText, { maxLength: 4 }) }) },
);
const some = <T>(of: fc.Arbitrary<T>, maxLength: number) => fc.array(of, { maxLength });
const rarely = <T>(often: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 20, arbitrary: often }, { weight: 1, arbitrary: seldom });
/** Many at once, as somebody pins them one by one: an address or a statement can become too long. */
const accounts = fc.oneof(
  { weight: 12, arbitrary: some(anyText, 3) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 200, max: 1000 })
      .map((n) => Array.from({ length: n }, (_, at) => `ção-${at}-${'é'.repeat(90)}`.slice(0, 100))),
  },
);

const parts = {
  product: rarely(fc.constantFrom('Security', 'Surface'), anyText),
  clusters: some(fc.constantFrom(...CLUSTERS), 4),
  codes: some(fc.constantFrom(...SEGMENT_CODES), 3),
  fit: some(fc.constantFrom(...LEVELS), 3),
  intent: some(fc.constantFrom(...LEVELS), 3),
  countries: some(anyText, 3),
  industries: some(anyText, 3),
  cohort: rarely(fc.constantFrom('staffed', 'spenders'), anyText),
  topics: some(anyText, 3),
  signalSince: rarely(
    fc.constantFrom('2026-09-01', '2149-06-07', '0001-01-01', '9999-12-31'),
    fc.constantFrom(...days),
  ),
  where: some(filter, 3),
  accounts,
  search: anyText,
  sort: some(fc.record({ column, descending: fc.boolean() }), 3),
  columns: some(column, 6),
  page: rarely(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(0, -1, 1.5, 1e9, Number.NaN)),
  pageSize: rarely(fc.integer({ min: 1, max: 200 }), fc.constantFrom(0, 201, -5)),
};
/** A few of the parts at a time: all together find nothing. */
const anyQuery = fc
  .subarray(Object.keys(parts) as (keyof typeof parts)[], { maxLength: 5 })
  .chain((names) =>
    fc.record(Object.fromEntries(names.map((name) => [name, parts[name] as fc.Arbitrary<unknown>]))),
  );
type AnyQuery = Parameters<typeof listAccounts>[1];

const WAYS = {
  list: async (who: Context, query: AnyQuery) => JSON.stringify(await listAccounts(who, query)),
  matrix: async (who: Context, query: AnyQuery) => JSON.stringify(await scoreMatrix(who, query)),
  options: async (who: Context, query: AnyQuery) =>
    JSON.stringify(await filterOptions(who, { column: query.columns?.[0] ?? 'City' })),
  view: async (who: Context, query: AnyQuery) => text((await exportView(who, query)).body),
  report: async (who: Context, filters: AnyQuery) =>
    text((await exportReport(who, { report: 'security', filters })).body),
  renewals: async (who: Context, filters: AnyQuery) =>
    text((await exportReport(who, { report: 'agreement-renewal', filters })).body),
} satisfies Record<string, (who: Context, query: AnyQuery) => Promise<string>>;

/** How many were answered, with rows or without, and how many were refused. */
export type FuzzCount = { answered: number; withRows: number; refused: number };

/** Asks `runs` random questions as people of Alpha; throws at the first answer that holds a trace of Bravo, or breaks. */
export async function fuzzAccounts(stores: TestPlatform, runs: number): Promise<FuzzCount> {
  await releaseOfTwo(stores);
  await stores.jobs.insertRows({ table: 'release_rows', rows: [...moreRows(ALPHA), ...moreRows(BRAVO)] });
  const { platform } = stores;
  const readers = [{}, { locations: ['L1'] }, { seesSensitive: false }, { locations: [] }].map((rights) => ({
    ...{ platform, actor: partnerActor(ALPHA, rights) },
  }));
  const count: FuzzCount = { answered: 0, withRows: 0, refused: 0 };
  const way = fc.constantFrom(...(['list', 'list', 'list', ...Object.keys(WAYS)] as (keyof typeof WAYS)[]));
  await fc.assert(
    fc.asyncProperty(anyQuery, way, fc.nat(readers.length - 1), async (query, by, who) => {
      try {
        const answer = await WAYS[by](readers[who]!, query as AnyQuery);
        if (answer.includes(BRAVO)) throw new Error(`${by}: a row of another tenant`);
        count.answered += 1;
        if (answer.includes(ALPHA)) count.withRows += 1;
      } catch (cause) {
        if (!isRefusal(cause, query)) throw cause;
        count.refused += 1;
      }
    }),
    { numRuns: runs, seed: 20_261_129, endOnFailure: true },
  );
  return count;
}

/** Of the question: a row of the engine that is not what was expected of it would be a ZodError as well. */
const isRefusal = (cause: unknown, query: object) =>
  (cause instanceof ZodError && !AccountQuery.safeParse(query).success) ||
  (cause instanceof ServiceError && cause.code === 'invalid');

/** Forty of each partner, alike but for whose they are. */
function moreRows(partner: string) {
  return Array.from({ length: 40 }, (_, at) => ({
    ...{ release_id: '2026-10.1', partner_id: partner, account_id: `${partner}-more-${at}` },
    location_ids: at % 2 ? ['L1'] : ['L2'],
    AccountName: `${odd[at % 22]?.replaceAll(HALF, '')} ${partner} ${at}`,
    ...{ Domain: `${partner}${at}.example`, OrgSize: at % 3 ? at * 97 : null, Industry: `${partner} health` },
    ...{ Country: `${partner} land`, City: ['São Paulo', 'Quixadá', ''][at % 3], SMCTypeSummary: 'Medium' },
    ...{ SignalTopics: at % 4 ? ['erp'] : [], LastSignalOn: at % 5 ? '2026-09-01' : null },
    ...{ SecurityCluster: CLUSTERS[at % CLUSTERS.length], SecurityCode: SEGMENT_CODES[at % 10] },
    ...{ SecurityFit: LEVELS[at % 4], SecurityIntent: LEVELS[(at >> 2) % 4] },
    ...{ SecurityFitScore: at * 25, SecurityIntentScore: at % 7 ? 1000 - at * 25 : null },
    ...{ SecurityPropensity: at * 20_000, SecurityRevenuePotential: '<$1K', Staffed: at % 2 ? 'Yes' : 'No' },
  }));
}
