import type { Feed } from './feed';
import { choice, date, id, integer, money, optional, text } from './field';

export const NONPROFIT = [
  'Nonprofit',
  'Approved - Paid',
  'Approved - Free Only',
  'Approved - Inactive',
  'No',
] as const;

/** Firmographics: one row a company. */
export const accounts: Feed = {
  key: ['account_id'],
  columns: {
    account_id: id(),
    customer_id: optional(id()),
    duns: optional(text(9)),
    name: text(300),
    domain: optional(text(253)),
    employees: optional(integer(1, 10_000_000)),
    industry: optional(text()),
    vertical: optional(text()),
    area: optional(text()),
    subsidiary: optional(text()),
    sales_territory: optional(text()),
    city: optional(text()),
    state: optional(text()),
    postal_code: optional(text(20)),
    country: optional(text()),
    segment: optional(text()),
    sub_segment: optional(text()),
    nonprofit: optional(choice(NONPROFIT)),
    founded_year: optional(integer(1000, 2148)),
    /** US dollars of cloud consumption a month. */
    monthly_consumption: optional(money()),
    /** The day on which the facts were known; blank = known from the beginning. */
    known_on: optional(date()),
  },
};
