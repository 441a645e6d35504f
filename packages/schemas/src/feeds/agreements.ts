import type { Feed } from './feed';
import { choice, date, id, money, optional, text } from './field';

/** A licence agreement, one row a product division. */
export const agreements: Feed = {
  key: ['agreement_id', 'division'],
  columns: {
    agreement_id: id(),
    account_id: id(),
    partner_id: id(),
    location_id: optional(id()),
    program: text(),
    division: text(),
    start_date: optional(date()),
    end_date: date(),
    expiration_type: choice(['Full', 'Partial']),
    expiring_revenue: money(),
  },
};
