import { type Db, tables } from '@ascent/db';
import { type Catalogue, FeedName, ReleaseValidation, readCatalogue } from '@ascent/schemas';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ShownRelease } from '../context';
import { ServiceError } from '../errors';
import { recently } from '../recently';

const ByProduct = z.record(z.string(), z.string());
const Manifest = z.object({
  asOf: z.object({ score: z.string(), fit: z.string() }),
  catalogue: z.object({ hash: z.string() }),
  inputs: z.partialRecord(FeedName, z.array(z.number())).optional(),
  seed: z.number().default(1),
  /** By which stored bins are read; absent in releases of earlier versions. */
  binning: z.string().optional(),
  /** Whose partitions hold the features, where they were taken over. */
  featuresRelease: z.string().optional(),
  models: z.object({
    fit: ByProduct,
    intent: ByProduct,
    propensity: ByProduct.default({}),
    revenue: ByProduct.default({}),
    renewal: z.string().nullable().default(null),
  }),
  validation: ReleaseValidation.optional(),
});
export type ReleaseManifest = z.infer<typeof Manifest>;

/** What a release says it was made from; null where it says nothing yet. */
export function releaseManifest(db: Db, id: string): Promise<ReleaseManifest | null> {
  return recently(db, `manifest ${id}`, async () => {
    const [row] = await db.select().from(tables.release).where(eq(tables.release.id, id));
    return row ? (Manifest.safeParse(row.manifest).data ?? null) : null;
  });
}

/** Catalogues by the hash of their content: they never change. */
const catalogues = new Map<string, Catalogue>();

/** The release that partners see now; null before the first one. */
export function shownRelease(db: Db): Promise<ShownRelease | null> {
  return recently(db, 'shown', async () => {
    const [row] = await db
      .select({ release: tables.release, current: tables.currentRelease })
      .from(tables.currentRelease)
      .innerJoin(tables.release, eq(tables.release.id, tables.currentRelease.releaseId));
    return row ? toShown(db, row.release, row.current.previousId) : null;
  });
}

export async function requireRelease(db: Db): Promise<ShownRelease> {
  const release = await shownRelease(db);
  if (!release) throw new ServiceError('not-found', 'no release has been published yet');
  return release;
}

export async function releaseById(db: Db, id: string): Promise<ShownRelease> {
  const [release] = await db.select().from(tables.release).where(eq(tables.release.id, id));
  if (!release) throw new ServiceError('not-found', `release ${id} was not found`);
  return toShown(db, release, null);
}

/** For readers: a release that was published; any other does not exist for them. */
export function publishedById(db: Db, id: string): Promise<ShownRelease> {
  return recently(db, `published ${id}`, async () => {
    const [release] = await db.select().from(tables.release).where(eq(tables.release.id, id));
    if (release?.status !== 'published') throw new ServiceError('not-found', `release ${id} was not found`);
    return toShown(db, release, null);
  });
}

/** The ids of the models that a release was scored with, by product. */
export async function releaseModels(db: Db, releaseId: string): Promise<z.infer<typeof Manifest>['models']> {
  const [row] = await db.select().from(tables.release).where(eq(tables.release.id, releaseId));
  if (!row) throw new ServiceError('not-found', `release ${releaseId} was not found`);
  return Manifest.parse(row.manifest).models;
}

async function toShown(
  db: Db,
  release: typeof tables.release.$inferSelect,
  previousId: string | null,
): Promise<ShownRelease> {
  const manifest = Manifest.parse(release.manifest);
  return {
    id: release.id,
    period: release.period,
    previousId,
    publishedAt: release.publishedAt?.toISOString() ?? '',
    fitAsOf: manifest.asOf.fit,
    intentAsOf: manifest.asOf.score,
    catalogue: await catalogueOf(db, manifest.catalogue.hash),
  };
}

async function catalogueOf(db: Db, hash: string): Promise<Catalogue> {
  const known = catalogues.get(hash);
  if (known) return known;
  const [row] = await db.select().from(tables.catalogueVersion).where(eq(tables.catalogueVersion.hash, hash));
  if (!row) throw new Error(`catalogue ${hash} is missing`);
  const catalogue = readCatalogue(row.document);
  catalogues.set(hash, catalogue);
  return catalogue;
}
