import {
  bigserial,
  boolean,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';

/** What the host's staff and the month do. Tenants read releases through services only. */
export const host = pgSchema('host');

const at = (name: string) => timestamp(name, { withTimezone: true });

/** One file in one feed: the row says whether its partition in the warehouse counts. */
export const load = host.table(
  'load',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    feed: text('feed').notNull(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    mappingSha256: text('mapping_sha256').notNull(),
    status: text('status').notNull(),
    read: integer('read').notNull().default(0),
    accepted: integer('accepted').notNull().default(0),
    rejected: integer('rejected').notNull().default(0),
    unchanged: integer('unchanged').notNull().default(0),
    startedAt: at('started_at').notNull().defaultNow(),
    finishedAt: at('finished_at'),
  },
  (t) => [unique('load_once').on(t.feed, t.sha256, t.mappingSha256)],
);

export const catalogueVersion = host.table('catalogue_version', {
  hash: text('hash').primaryKey(),
  catalogueId: text('catalogue_id').notNull(),
  version: integer('version').notNull(),
  document: jsonb('document').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
});

export const cycleStep = host.table(
  'cycle_step',
  {
    releaseId: text('release_id').notNull(),
    step: text('step').notNull(),
    status: text('status').notNull(),
    startedAt: at('started_at').notNull().defaultNow(),
    finishedAt: at('finished_at'),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.step] })],
);

export const model = host.table('model', {
  id: text('id').primaryKey(),
  product: text('product').notNull(),
  kind: text('kind').notNull(),
  period: text('period').notNull(),
  promoted: boolean('promoted').notNull(),
  document: jsonb('document').notNull(),
  card: jsonb('card').$type<Record<string, unknown>>().notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
});

/** A model that staff chose to serve, whatever training says, until they take it back. */
export const modelPin = host.table(
  'model_pin',
  {
    product: text('product').notNull(),
    kind: text('kind').notNull(),
    modelId: text('model_id')
      .notNull()
      .references(() => model.id),
    reason: text('reason').notNull(),
    actor: text('actor').notNull(),
    pinnedAt: at('pinned_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.product, t.kind] })],
);

/** Immutable once published; the manifest says what it was made from. */
export const release = host.table('release', {
  id: text('id').primaryKey(),
  period: text('period').notNull(),
  revision: integer('revision').notNull(),
  /** running, red (stopped by the gate), published or discarded. */
  status: text('status').notNull(),
  inputsHash: text('inputs_hash').notNull(),
  manifest: jsonb('manifest').$type<Record<string, unknown>>().notNull(),
  contentHash: text('content_hash').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
  publishedAt: at('published_at'),
});

/** The one row that decides what is visible. */
export const currentRelease = host.table('current_release', {
  one: integer('one').primaryKey(),
  releaseId: text('release_id')
    .notNull()
    .references(() => release.id),
  previousId: text('previous_id'),
  switchedAt: at('switched_at').notNull(),
});

/** Mails caught by the local mailbox of a machine without a mail server. */
export const mailbox = host.table('mailbox', {
  id: uuid('id').primaryKey(),
  receivedAt: at('received_at').notNull().defaultNow(),
  sender: text('sender').notNull(),
  recipients: text('recipients').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
});
