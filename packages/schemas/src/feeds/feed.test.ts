import { describe, expect, test } from 'vitest';
import { FEEDS, FeedName, feedRowSchema } from './feed';
import type { FieldRule } from './field';

type Cells = { good: string; value: string | number; bad: string };

/** A good and a bad cell for any rule: the rules themselves are tried in `field.test.ts`. */
function cellsFor(rule: FieldRule): Cells {
  switch (rule.kind) {
    case 'text':
      return { good: 'x'.repeat(rule.max), value: 'x'.repeat(rule.max), bad: 'x'.repeat(rule.max + 1) };
    case 'id':
      return { good: 'A-1', value: 'A-1', bad: 'A 1' };
    case 'date':
      return { good: '2026-02-28', value: '2026-02-28', bad: '2026-02-30' };
    case 'integer':
      return { good: String(rule.max), value: rule.max, bad: String(rule.max + 1) };
    case 'money':
      return { good: '10.005', value: 1001, bad: String(rule.max + 1) };
    case 'choice':
      return { good: rule.of.at(-1)!, value: rule.of.at(-1)!, bad: 'something else' };
  }
}

describe.each(FeedName.options)('the feed %s', (feed) => {
  const { key, columns } = FEEDS[feed];
  const fields = Object.entries(columns);
  const schema = feedRowSchema(feed);
  const cells = (pick: keyof Cells) =>
    Object.fromEntries(fields.map(([column, { rule }]) => [column, cellsFor(rule)[pick]])) as Record<
      string,
      string
    >;

  test('is known by columns of its own that are always there', () => {
    expect(key.length).toBeGreaterThan(0);
    for (const column of key) expect(columns[column]).toMatchObject({ required: true });
  });

  test('takes a full row and types it', () => {
    expect(schema.parse(cells('good'))).toEqual(cells('value'));
  });

  test('takes a row with nothing but what is required', () => {
    const row = Object.fromEntries(
      fields.map(([column, field]) => [column, field.required ? cellsFor(field.rule).good : '']),
    );
    const optional = fields.filter(([, field]) => !field.required).map(([column]) => column);
    const typed = schema.parse(row);
    for (const column of optional) expect(typed[column]).toBe(null);
  });

  test.each(fields.map(([column]) => column))('refuses a bad %s and names only that column', (column) => {
    const outcome = schema.safeParse({ ...cells('good'), [column]: cells('bad')[column]! });
    expect(outcome.error?.issues.map((issue) => issue.path)).toEqual([[column]]);
  });

  test('names every column of a row that is all blank and should not be', () => {
    const blank = Object.fromEntries(fields.map(([column]) => [column, '']));
    const required = fields.filter(([, field]) => field.required).map(([column]) => column);
    expect(schema.safeParse(blank).error?.issues.map((issue) => issue.path[0])).toEqual(required);
  });
});

test('ends of ranges: one employee, a founding year, a strength', () => {
  const { employees, founded_year } = FEEDS.accounts.columns;
  expect([employees!.rule, founded_year!.rule, FEEDS.signals.columns.strength!.rule]).toMatchObject([
    { kind: 'integer', min: 1 },
    { kind: 'integer', min: 1000, max: 2148 },
    { kind: 'integer', min: 1, max: 100 },
  ]);
});

test('whatever is about an account names it', () => {
  const about = FeedName.options.filter((feed) => feed !== 'partners');
  for (const feed of about) expect(FEEDS[feed].columns.account_id).toMatchObject({ required: true });
});
