import type { Db, Queue } from '@ascent/db';
import type { Catalogue } from '@ascent/schemas';
import type { Warehouse } from '@ascent/warehouse';

/** The stores as a web app holds them: short reads, long reads, and no right to write to the warehouse. */
export type Platform = {
  /** Under the role that sees one tenant at a time. */
  app: Db;
  /** Under the host's role: only verbs that checked for host staff, or that read what is not a tenant's, use it. */
  host: Db;
  /** Sign-in's own tables. */
  auth: Db;
  queue: Queue;
  warehouse: Warehouse;
  exports: Warehouse;
};

/** Who acts: decided once, at the edge, from the session. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  partnerId: string;
  partnerName: string;
  kind: 'partner' | 'host';
  /** Rows of the whole organisation, or of these locations only. */
  locations: '*' | string[];
  /** Executive report viewer. */
  seesSensitive: boolean;
  runsCampaigns: boolean;
  /** Manages the organisation's people, keys and settings. */
  isAdmin: boolean;
  /** The distributor that looks at a reseller's rows by the reseller's leave; it changes nothing there. */
  via: { partnerId: string; name: string } | null;
};

export type Context = { platform: Platform; actor: Actor };

/** The release a reader sees, with what is needed to show it. */
export type ShownRelease = {
  id: string;
  period: string;
  previousId: string | null;
  publishedAt: string;
  fitAsOf: string;
  intentAsOf: string;
  catalogue: Catalogue;
};
