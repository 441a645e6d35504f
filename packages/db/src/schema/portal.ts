import { boolean, index, jsonb, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { app, tenantPolicies } from './app';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** How an organisation wants things: logo, language, separators, two-person rules. One document. */
export const organisationSetting = app.table(
  'organisation_setting',
  {
    partnerId: text('partner_id').primaryKey(),
    document: jsonb('document').$type<Record<string, unknown>>().notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  () => tenantPolicies('organisation_setting'),
);

/** How one person wants things in one organisation. */
export const preference = app.table(
  'preference',
  {
    partnerId: text('partner_id').notNull(),
    userId: text('user_id').notNull(),
    document: jsonb('document').$type<Record<string, unknown>>().notNull(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.partnerId, t.userId] }), ...tenantPolicies('preference')],
);

/** An invitation: the token itself is only in the mail, its hash here. */
export const invite = app.table(
  'invite',
  {
    id: uuid('id').primaryKey(),
    partnerId: text('partner_id').notNull(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    roles: jsonb('roles').$type<{ role: string; scope: string }[]>().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    invitedBy: text('invited_by').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    acceptedAt: at('accepted_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('invite_by_partner').on(t.partnerId, t.createdAt), ...tenantPolicies('invite')],
);

/** A named address of a list: `query` is the whole view, as it stands after the question mark. */
export const savedView = app.table(
  'saved_view',
  {
    id: uuid('id').primaryKey(),
    partnerId: text('partner_id').notNull(),
    userId: text('user_id').notNull(),
    page: text('page').notNull(),
    name: text('name').notNull(),
    /** 'private' to its maker, or of the 'team'. */
    audience: text('audience').notNull(),
    /** What opens without an address of one's own: for the maker, or for the team. */
    isDefault: boolean('is_default').notNull().default(false),
    query: text('query').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [index('saved_view_by_partner').on(t.partnerId, t.page), ...tenantPolicies('saved_view')],
);

/** A key for programs: what it may is never more than what its maker may when it is used. */
export const apiKey = app.table(
  'api_key',
  {
    id: uuid('id').primaryKey(),
    partnerId: text('partner_id').notNull(),
    userId: text('user_id').notNull(),
    name: text('name').notNull(),
    /** The first characters, by which people tell keys apart. */
    prefix: text('prefix').notNull(),
    hash: text('hash').notNull().unique(),
    scopes: jsonb('scopes').$type<string[]>().notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at'),
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('api_key_by_partner').on(t.partnerId, t.createdAt), ...tenantPolicies('api_key')],
);

export const notification = app.table(
  'notification',
  {
    id: uuid('id').primaryKey(),
    partnerId: text('partner_id').notNull(),
    userId: text('user_id').notNull(),
    kind: text('kind').notNull(),
    /** What the sentence of its kind needs, and where it leads. */
    detail: jsonb('detail').$type<Record<string, string | number>>().notNull(),
    href: text('href').notNull(),
    /** Named by its cause, so that one told twice stands once. */
    cause: text('cause').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    readAt: at('read_at'),
  },
  (t) => [
    unique('notification_once').on(t.partnerId, t.userId, t.cause),
    index('notification_by_user').on(t.partnerId, t.userId, t.createdAt),
    ...tenantPolicies('notification'),
  ],
);

export const accountNote = app.table(
  'account_note',
  {
    id: uuid('id').primaryKey(),
    partnerId: text('partner_id').notNull(),
    accountId: text('account_id').notNull(),
    userId: text('user_id').notNull(),
    author: text('author').notNull(),
    body: text('body').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    removedAt: at('removed_at'),
  },
  (t) => [
    index('account_note_by_account').on(t.partnerId, t.accountId, t.createdAt),
    ...tenantPolicies('account_note'),
  ],
);

/** "This is wrong": what was shown and what it should be stand side by side, whatever the host decides. */
export const feedback = app.table(
  'feedback',
  {
    id: uuid('id').primaryKey(),
    partnerId: text('partner_id').notNull(),
    accountId: text('account_id').notNull(),
    accountName: text('account_name').notNull(),
    userId: text('user_id').notNull(),
    author: text('author').notNull(),
    releaseId: text('release_id').notNull(),
    /** A column of the dictionary, or the score of a product as `product:kind`. */
    subject: text('subject').notNull(),
    shownValue: text('shown_value').notNull(),
    claimedValue: text('claimed_value').notNull(),
    comment: text('comment').notNull(),
    status: text('status').notNull(),
    answer: text('answer'),
    decidedBy: text('decided_by'),
    createdAt: at('created_at').notNull().defaultNow(),
    decidedAt: at('decided_at'),
  },
  (t) => [
    index('feedback_by_account').on(t.partnerId, t.accountId, t.createdAt),
    ...tenantPolicies('feedback'),
  ],
);

/** A reseller (`partner_id`) lets a distributor see its rows until a day, and may take that back. */
export const resellerAccess = app.table(
  'reseller_access',
  {
    id: uuid('id').primaryKey(),
    partnerId: text('partner_id').notNull(),
    distributorId: text('distributor_id').notNull(),
    seesSensitive: boolean('sees_sensitive').notNull(),
    grantedBy: text('granted_by').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('reseller_access_by_distributor').on(t.distributorId), ...tenantPolicies('reseller_access')],
);
