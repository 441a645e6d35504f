import { createHash } from 'node:crypto';
import { type Db, tables } from '@ascent/db';
import {
  Binning,
  CombinedPropensity,
  ModelCard,
  ModelDocument,
  type ModelKind,
  PropensityDocument,
  RevenueDocument,
} from '@ascent/schemas';
import { desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { ServiceError } from '../errors';

/** A model without a document gives no score; its card says why. Both scores together are no model. */
const Stored = z.object({
  document: z.union([ModelDocument, CombinedPropensity.transform(() => null)]).nullable(),
  card: ModelCard,
});
export type StoredModel = z.infer<typeof Stored> & {
  id: string;
  product: string;
  kind: ModelKind;
  period: string;
};

/** What is kept beside models in the same place: found or fitted, named by its content, never changed. */
const KEPT = { binning: Binning, propensity: CombinedPropensity, revenue: RevenueDocument } as const;
type Kept = { [Kind in keyof typeof KEPT]: z.infer<(typeof KEPT)[Kind]> };

/** A model's id names its content: the same inputs give the same id. */
export function modelId(naming: { product: string; kind: string; period: string }, content: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
  return `${naming.product}-${naming.kind}-${naming.period}-${hash}`;
}

export async function saveModel(
  db: Db,
  { id, product, kind, period, document, card }: StoredModel,
): Promise<void> {
  const row = { id, product, kind, period, promoted: document !== null, document: { document }, card };
  await db.insert(tables.model).values(row).onConflictDoNothing();
}

export async function readModel(db: Db, id: string): Promise<StoredModel> {
  const { document, card, ...row } = await storedRow(db, id);
  const stored = Stored.safeParse({ document, card });
  if (!stored.success) {
    if (CombinedPropensity.safeParse(document).success)
      throw new ServiceError('not-found', `${id} is no model: both scores say the probability together`);
    throw new Error(`model ${id} was stored by an earlier version and cannot be read`);
  }
  return { ...stored.data, id, product: row.product, kind: row.kind as ModelKind, period: row.period };
}

/**
 * Keeps a document beside the models under an id that names its content, and returns it with that id. `card`: of the
 * model that might have served in its place.
 */
export async function keepDocument<Kind extends keyof Kept>(
  db: Db,
  kind: Kind,
  {
    product,
    period,
    document,
    card,
  }: { product: string; period: string; document: Omit<Kept[Kind], 'id'>; card?: ModelCard },
): Promise<Kept[Kind]> {
  const id = modelId({ product, kind, period }, card ? { document, card } : document);
  const kept = KEPT[kind].parse({ ...document, id }) as Kept[Kind];
  const row = { id, product, kind, period, promoted: true, document: { document: kept }, card: card ?? {} };
  await db.insert(tables.model).values(row).onConflictDoNothing();
  return kept;
}

export async function readBinning(db: Db, id: string): Promise<Binning> {
  return Binning.parse((await storedRow(db, id)).document);
}

export async function readPropensity(db: Db, id: string): Promise<PropensityDocument> {
  return PropensityDocument.parse((await storedRow(db, id)).document);
}

export async function readRevenue(db: Db, id: string): Promise<RevenueDocument> {
  return RevenueDocument.parse((await storedRow(db, id)).document);
}

/** Models, newest period first; what else is kept beside them is left out. */
export async function listModels(db: Db) {
  const { id, product, kind, period, promoted, card } = tables.model;
  return db
    .select({ id, product, kind, period, promoted, card })
    .from(tables.model)
    .where(inArray(kind, ['fit', 'intent', 'propensity', 'renewal']))
    .orderBy(desc(period), product, kind);
}

async function storedRow(db: Db, id: string) {
  const [row] = await db.select().from(tables.model).where(eq(tables.model.id, id));
  if (!row) throw new Error(`no model ${id}`);
  const { document } = z.object({ document: z.unknown() }).parse(row.document);
  return { ...row, document };
}
