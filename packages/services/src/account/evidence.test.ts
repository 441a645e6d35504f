import type { Fact } from '@ascent/schemas';
import { expect, test } from 'vitest';
import { evidenceOf } from './evidence';

type Source = Fact['source'];
const signal = (day: string, given: object = {}) => ({
  id: day,
  day,
  seen: day,
  kind: 'news',
  topic: 'crm',
  strength: 10,
  source: 'site',
  url: null,
  ...given,
});
const daysOf = (source: Source, signals = DAYS.map((day) => signal(day))) =>
  evidenceOf({ source }, signals, '2026-10-20').map((each) => each.day);
/** Newest first, as they are read. */
const DAYS = [
  '2026-10-20',
  '2026-10-19',
  '2026-10-06',
  '2026-10-05',
  '2026-09-25',
  '2026-08-01',
  '2026-01-01',
];

test.each<[string, Source, string[]]>([
  ['a count within its window', { from: 'signals', measure: 'count', windowDays: 14 }, DAYS.slice(1, 3)],
  ['a surge, those of its window', { from: 'signals', measure: 'surge', windowDays: 14 }, DAYS.slice(1, 3)],
  [
    'a trend, those of both its halves',
    { from: 'signals', measure: 'trend', windowDays: 14 },
    DAYS.slice(1, 5),
  ],
  [
    'a fading one, those that still count',
    { from: 'signals', measure: 'decayed', halfLifeDays: 10 },
    DAYS.slice(1, 6),
  ],
  ['the newest five of all', { from: 'signals', measure: 'daysSinceLast' }, DAYS.slice(1, 6)],
  ['nothing of another source', { from: 'account', measure: 'employees' }, []],
])('behind a fact stands %s', (_what, source, days) => {
  expect(daysOf(source)).toEqual(days);
});

test('only what is of its topics and kinds, and was seen before the cut-off', () => {
  const source: Source = { from: 'signals', measure: 'count', topics: ['crm'], kinds: ['news', 'event'] };
  const signals = [
    signal('2026-10-19', { seen: '2026-10-20' }),
    signal('2026-10-18', { kind: 'visit' }),
    signal('2026-10-17', { topic: 'erp' }),
    signal('2026-10-16', { kind: 'event' }),
    signal('2026-10-15'),
  ];
  expect(daysOf(source, signals)).toEqual(['2026-10-16', '2026-10-15']);
});
