import { sql } from 'drizzle-orm';
import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';

/** What a tenant's people do. Every table here has forced row-level security on `partner_id`. */
export const app = pgSchema('app');

const at = (name: string) => timestamp(name, { withTimezone: true });

/** A row is the tenant's own, or the caller is host staff: two roles, so that no setting opens a door. */
export const tenantPolicies = (table: string) => [
  pgPolicy(`${table}_tenant`, {
    for: 'all',
    to: 'ascent_app',
    using: sql`partner_id = current_setting('ascent.partner', true)`,
    withCheck: sql`partner_id = current_setting('ascent.partner', true)`,
  }),
  pgPolicy(`${table}_host`, { for: 'all', to: 'ascent_host', using: sql`true`, withCheck: sql`true` }),
];

export const partner = app.table(
  'partner',
  {
    partnerId: text('partner_id').primaryKey(),
    name: text('name').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  () => tenantPolicies('partner'),
);

export const location = app.table(
  'location',
  {
    partnerId: text('partner_id').notNull(),
    locationId: text('location_id').notNull(),
    name: text('name').notNull(),
    country: text('country'),
    city: text('city'),
  },
  (t) => [primaryKey({ columns: [t.partnerId, t.locationId] }), ...tenantPolicies('location')],
);

/** A role at the whole organisation (`scope` = '*') or at one location. */
export const roleGrant = app.table(
  'role_grant',
  {
    partnerId: text('partner_id').notNull(),
    userId: text('user_id').notNull(),
    role: text('role').notNull(),
    scope: text('scope').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.partnerId, t.userId, t.role, t.scope] }), ...tenantPolicies('role_grant')],
);

export const ticket = app.table(
  'ticket',
  {
    id: uuid('id').primaryKey(),
    number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity(),
    /** 'public' for a request made before sign-in. */
    partnerId: text('partner_id').notNull(),
    userId: text('user_id'),
    email: text('email').notNull(),
    name: text('name').notNull(),
    topic: text('topic').notNull(),
    problemType: text('problem_type').notNull(),
    summary: text('summary').notNull(),
    details: text('details').notNull(),
    severity: text('severity').notNull(),
    status: text('status').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
    closedAt: at('closed_at'),
  },
  (t) => [
    index('ticket_by_user').on(t.partnerId, t.userId),
    unique('ticket_of_partner').on(t.partnerId, t.id),
    ...tenantPolicies('ticket'),
  ],
);

export const ticketNote = app.table(
  'ticket_note',
  {
    id: uuid('id').primaryKey(),
    partnerId: text('partner_id').notNull(),
    ticketId: uuid('ticket_id').notNull(),
    author: text('author').notNull(),
    byHost: integer('by_host').notNull(),
    body: text('body').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('ticket_note_by_ticket').on(t.ticketId),
    // References look past row-level security: without the partner a note could stand on another tenant's ticket.
    foreignKey({
      name: 'ticket_note_of_ticket',
      columns: [t.partnerId, t.ticketId],
      foreignColumns: [ticket.partnerId, ticket.id],
    }).onDelete('cascade'),
    ...tenantPolicies('ticket_note'),
  ],
);

/** The accounts of a cohort, frozen from a release; its rows stand in the warehouse under `id`. */
export const audience = app.table(
  'audience',
  {
    id: uuid('id').primaryKey(),
    partnerId: text('partner_id').notNull(),
    releaseId: text('release_id').notNull(),
    cohortId: text('cohort_id').notNull(),
    name: text('name').notNull(),
    clusters: jsonb('clusters').$type<string[]>().notNull(),
    status: text('status').notNull(),
    accounts: integer('accounts').notNull(),
    contentHash: text('content_hash').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [index('audience_by_partner').on(t.partnerId, t.createdAt), ...tenantPolicies('audience')],
);

/** Append-only, hash-chained, one chain per organisation. */
export const auditEntry = app.table(
  'audit_entry',
  {
    partnerId: text('partner_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: at('at').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.partnerId, t.seq] }), ...tenantPolicies('audit_entry')],
);
