import type { Feed } from './feed';
import { choice, date, id, integer, optional, text } from './field';

export const SIGNAL_KINDS = [
  'hiring',
  'funding',
  'technology-added',
  'technology-retired',
  'topic',
  'visit',
  'event',
  'news',
  'size-change',
] as const;

/** A dated, sourced observation about an account. */
export const signals: Feed = {
  key: ['signal_id'],
  columns: {
    signal_id: id(),
    account_id: id(),
    kind: choice(SIGNAL_KINDS),
    topic: optional(id()),
    date: date(),
    /** The day on which it was collected: it counts from then on. Blank = the day itself. */
    seen_on: optional(date()),
    strength: integer(1, 100),
    source: text(),
    url: optional(text(2000)),
  },
};
