import type { Feed } from './feed';
import { choice, date, id, money, optional } from './field';

/** A sales opportunity and how it ended. */
export const opportunities: Feed = {
  key: ['opportunity_id'],
  columns: {
    opportunity_id: id(),
    account_id: id(),
    partner_id: optional(id()),
    product: id(),
    stage: choice(['Open', 'Won', 'Lost']),
    created_on: date(),
    closed_on: optional(date()),
    amount: optional(money()),
  },
};
