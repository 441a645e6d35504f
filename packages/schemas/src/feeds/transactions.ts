import type { Feed } from './feed';
import { date, id, integer, money, optional, text } from './field';

/** A line of a sale; a return has a negative quantity or amount. */
export const transactions: Feed = {
  key: ['transaction_id'],
  columns: {
    transaction_id: id(),
    /** Lines with one order id are one order; blank = the line is an order of its own. */
    order_id: optional(id()),
    account_id: id(),
    partner_id: optional(id()),
    location_id: optional(id()),
    sku: text(80),
    quantity: integer(-1_000_000_000, 1_000_000_000),
    amount: money(),
    date: date(),
  },
};
