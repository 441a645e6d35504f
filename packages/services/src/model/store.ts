import { createHash } from 'node:crypto';
import { type Db, tables } from '@ascent/db';
import { ModelCard, ModelDocument, type ModelKind } from '@ascent/schemas';
import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';

/** A model without a document gives no score; its card says why. */
const Stored = z.object({ document: ModelDocument.nullable(), card: ModelCard });
export type StoredModel = z.infer<typeof Stored> & {
  id: string;
  product: string;
  kind: ModelKind;
  period: string;
};

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
  const [row] = await db.select().from(tables.model).where(eq(tables.model.id, id));
  if (!row) throw new Error(`no model ${id}`);
  const { document } = z.object({ document: z.unknown() }).parse(row.document);
  const stored = Stored.parse({ document, card: row.card });
  return { ...stored, id, product: row.product, kind: row.kind as ModelKind, period: row.period };
}

export async function listModels(db: Db) {
  const { id, product, kind, period, promoted, card } = tables.model;
  return db
    .select({ id, product, kind, period, promoted, card })
    .from(tables.model)
    .orderBy(desc(period), product, kind);
}
