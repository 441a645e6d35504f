import type { Feed } from './feed';
import { date, id, integer, optional, text } from './field';

/** A cloud subscription of an account, sold by a partner. */
export const subscriptions: Feed = {
  key: ['subscription_id'],
  columns: {
    subscription_id: id(),
    account_id: id(),
    partner_id: id(),
    location_id: optional(id()),
    sku: text(80),
    seats: integer(0, 10_000_000),
    start_date: date(),
    end_date: optional(date()),
  },
};
