import { defaultCatalogue, FEEDS, FeedName, feedRowSchema } from '@ascent/schemas';
import { beforeAll, describe, expect, it } from 'vitest';
import { MARKET_HEADERS, type MarketFile, type MarketRow, marketPartners, marketRows } from './index';
import { sampleOptions } from './sample';

const ACCOUNTS = 2500;
const rows = new Map<MarketFile, MarketRow[]>();
const cellsOf = ({ feed, row }: MarketRow) =>
  Object.fromEntries(MARKET_HEADERS[feed].map((column, index) => [column, row[index]!]));
const all = (feed: MarketFile) => (rows.get(feed) ?? []).map(cellsOf);

beforeAll(() => {
  for (const row of marketRows(sampleOptions(ACCOUNTS))) {
    const known = rows.get(row.feed);
    if (known) known.push(row);
    else rows.set(row.feed, [row]);
  }
});

function textOf(accounts: number, seed?: number): string[] {
  return [...marketRows(sampleOptions(accounts, seed))].map(
    ({ feed, row, bad }) => `${feed} ${bad} ${row.join('|')}`,
  );
}

describe('a market is a function of its options', () => {
  it('gives the same rows for the same seed and others for another', () => {
    const once = textOf(40);
    expect(textOf(40)).toEqual(once);
    const other = new Set(textOf(40, 12));
    expect(once.filter((row) => other.has(row)).length).toBeLessThan(once.length * 0.01);
  });

  it('tells of an account the same whatever the number of accounts', () => {
    expect(textOf(60).slice(0, textOf(20).length)).toEqual(textOf(20));
  });

  it('refuses a catalogue from which it cannot buy', () => {
    const catalogue = { ...defaultCatalogue, products: defaultCatalogue.products.slice(1) };
    expect(() => [...marketRows({ ...sampleOptions(1), catalogue })]).toThrow(
      'the market buys the product Azure',
    );
  });
});

describe('rows are what the feeds ask for', () => {
  it.each(FeedName.options)('every row of %s but the planted bad ones passes its schema', (feed) => {
    const schema = feedRowSchema(feed);
    expect(rows.get(feed)!.length).toBeGreaterThan(0);
    const wrong = rows.get(feed)!.filter((row) => {
      const outcome = schema.safeParse(cellsOf(row));
      const columns = outcome.error?.issues.map(({ path }) => path.join()) ?? [];
      return row.row.length !== MARKET_HEADERS[feed].length || columns.join() !== (row.bad ?? '');
    });
    expect(wrong).toEqual([]);
  });

  it.each(FeedName.options)('every row of %s has a key of its own', (feed) => {
    const keys = all(feed).map((cells) => FEEDS[feed].key.map((column) => cells[column]).join('|'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('plants one bad cell in a thousand rows of accounts and signals', () => {
    const planted = [...rows.values()].flat().filter(({ bad }) => bad !== null);
    expect(new Set(planted.map(({ feed }) => feed))).toEqual(new Set(['accounts', 'signals']));
    const read = rows.get('accounts')!.length + rows.get('signals')!.length;
    expect(planted.length / read).toBeGreaterThan(0.0003);
    expect(planted.length / read).toBeLessThan(0.002);
  });

  it('names accounts, partners, locations, skus and products that exist', () => {
    const known = (feed: MarketFile, column: string) => new Set(all(feed).map((cells) => cells[column]!));
    const accounts = known('accounts', 'account_id');
    const partners = known('partners', 'partner_id').add('');
    const locations = known('partners', 'location_id').add('');
    expect(accounts.size).toBe(ACCOUNTS);
    expect(marketPartners(sampleOptions(1))).toHaveLength(120);
    const skus = new Set(defaultCatalogue.skus.map(({ id }) => id)).add('');
    const products = new Set(defaultCatalogue.products.map(({ id }) => id)).add('');
    const topics = new Set(defaultCatalogue.topics.map(({ id }) => id)).add('');
    const strangers = [...FeedName.options, 'truth' as const]
      .filter((feed) => feed !== 'partners')
      .flatMap(all)
      .filter(
        (cells) =>
          !accounts.has(cells.account_id!) ||
          !partners.has(cells.partner_id ?? '') ||
          !locations.has(cells.location_id ?? '') ||
          !skus.has(cells.sku ?? '') ||
          !products.has(cells.product ?? '') ||
          !topics.has(cells.topic ?? ''),
      );
    expect(strangers).toEqual([]);
  });

  it('nothing is told from after the window, and sales go back five years', () => {
    const happened = {
      transactions: ['date'],
      signals: ['date', 'seen_on'],
      subscriptions: ['start_date'],
      agreements: ['start_date'],
      opportunities: ['created_on', 'closed_on'],
      technologies: ['first_seen', 'last_seen'],
    } as const;
    const good = (feed: FeedName) =>
      rows
        .get(feed)!
        .filter(({ bad }) => bad === null)
        .map(cellsOf);
    for (const [feed, columns] of Object.entries(happened)) {
      const days = good(feed as FeedName)
        .flatMap((cells) => columns.map((column) => cells[column]!))
        .filter((day) => day !== '');
      expect(
        days.every((day) => day >= '2021-11-01' && day <= '2026-10-31'),
        feed,
      ).toBe(true);
    }
    expect(good('signals').every((cells) => cells.date! >= '2024-11-01')).toBe(true);
    const ends = good('agreements').map((cells) => cells.end_date!);
    const ending = ends.filter((day) => day > '2026-10-31' && day <= '2027-10-31');
    expect(ending.length / new Set(good('agreements').map((cells) => cells.account_id)).size).toBeGreaterThan(
      0.2,
    );
  });
});

describe('the feeds are as dirty as real ones', () => {
  const blank = (column: string) => all('accounts').filter((cells) => cells[column] === '').length / ACCOUNTS;

  it('has holes where the real ones have them', () => {
    expect(blank('industry')).toBeGreaterThan(0.06);
    expect(blank('industry')).toBeLessThan(0.1);
    expect(blank('employees')).toBeGreaterThan(0.03);
    expect(blank('employees')).toBeLessThan(0.07);
    expect(blank('domain')).toBeGreaterThan(0.08);
    expect(blank('domain')).toBeLessThan(0.12);
    expect(blank('known_on')).toBeGreaterThan(0.95);
    expect(blank('name')).toBe(0);
  });

  it('about three accounts in a hundred belong to no partner', () => {
    const sold = ['transactions', 'subscriptions', 'agreements'] as const;
    const served = new Set(sold.flatMap((feed) => all(feed).map((cells) => cells.account_id)));
    const never = all('accounts').filter((cells) => !served.has(cells.account_id));
    expect(never.length / ACCOUNTS).toBeGreaterThan(0.02);
    expect(never.length / ACCOUNTS).toBeLessThan(0.12);
  });

  it('a few sales are taken back', () => {
    const returns = all('transactions').filter((cells) => cells.quantity!.startsWith('-'));
    expect(returns.length).toBeGreaterThan(10);
    expect(returns.every((cells) => cells.amount!.startsWith('-'))).toBe(true);
  });
});
