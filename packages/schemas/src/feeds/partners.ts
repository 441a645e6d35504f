import type { Feed } from './feed';
import { id, optional, text } from './field';

/** A partner's global account, one row a location. */
export const partners: Feed = {
  key: ['location_id'],
  columns: {
    partner_id: id(),
    partner_name: text(300),
    location_id: id(),
    location_name: text(300),
    country: optional(text()),
    city: optional(text()),
  },
};
