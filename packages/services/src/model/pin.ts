import { type Db, tables } from '@ascent/db';
import type { ModelKind } from '@ascent/schemas';
import { and, eq } from 'drizzle-orm';
import { appendAudit } from '../audit/append';
import { ServiceError } from '../errors';
import { listReleases } from '../release/list';
import { releaseManifest } from '../release/shown';
import { reasonText } from './reason-words';
import { readModel } from './store';

const { modelPin } = tables;

export type Pin = { product: string; kind: string; modelId: string; reason: string; actor: string };

/** The models that staff chose, by `product kind`. */
export async function readPins(db: Db): Promise<Record<string, string>> {
  const pins = await db.select().from(modelPin).orderBy(modelPin.product, modelPin.kind);
  return Object.fromEntries(pins.map(({ product, kind, modelId }) => [`${product} ${kind}`, modelId]));
}

/** From the next cycle on this model serves its product, whatever training says. */
export async function pinModel(
  db: Db,
  { id, reason, actor }: { id: string; reason: string; actor: string },
): Promise<Pin> {
  const { product, kind, document, card } = await readModel(db, id);
  if (!document) throw new ServiceError('conflict', `${id} gives no score: ${reasonText(card, 'en')}`);
  if (kind === 'renewal' || kind === 'propensity')
    throw new ServiceError('conflict', `${id} is of kind ${kind}: training alone chooses that model`);
  const pin = { product, kind, modelId: id, reason, actor };
  await db.transaction(async (tx) => {
    const target = [modelPin.product, modelPin.kind];
    await tx
      .insert(modelPin)
      .values(pin)
      .onConflictDoUpdate({ target, set: { ...pin, pinnedAt: new Date() } });
    const detail = { product, kind, reason };
    await appendAudit(tx, { partnerId: 'host', actor, action: 'model.pin', subject: id, detail });
  });
  return pin;
}

/** Training decides again which model serves the product. Whether there was anything to take back. */
export async function unpinModel(
  db: Db,
  { product, kind, actor }: { product: string; kind: ModelKind; actor: string },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const of = and(eq(modelPin.product, product), eq(modelPin.kind, kind));
    const [gone] = await tx.delete(modelPin).where(of).returning();
    if (!gone) return false;
    const detail = { product, kind };
    await appendAudit(tx, { partnerId: 'host', actor, action: 'model.unpin', subject: gone.modelId, detail });
    return true;
  });
}

/** The model that served a product before the one of the shown release did; null when there was no other. */
export async function servedBefore(
  db: Db,
  { product, kind }: { product: string; kind: ModelKind },
): Promise<string | null> {
  if (kind === 'renewal' || kind === 'propensity') return null;
  const published = (await listReleases(db)).filter((release) => release.status === 'published');
  const at = published.findIndex((release) => release.current);
  const served: string[] = [];
  for (const { id } of published.slice(Math.max(0, at))) {
    const model = (await releaseManifest(db, id))?.models[kind][product];
    if (model) served.push(model);
  }
  return served.find((model) => model !== served[0]) ?? null;
}
