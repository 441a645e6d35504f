import type { Feed } from './feed';
import { date, id, optional, text } from './field';

/** Technographics: a technology that an account is seen to use. */
export const technologies: Feed = {
  key: ['account_id', 'technology'],
  columns: {
    account_id: id(),
    technology: text(),
    first_seen: date(),
    last_seen: optional(date()),
  },
};
