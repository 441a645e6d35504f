import { createHash } from 'node:crypto';
import { type Db, tables } from '@ascent/db';
import { type Catalogue, canonicalJson, FeedName } from '@ascent/schemas';
import { eq } from 'drizzle-orm';

/** The loads that a release is made from, by feed. */
export type Inputs = Record<FeedName, number[]>;

/** The loads that are done now (or those of `only`), by feed, with a hash of what they hold. */
export async function collectInputs(db: Db, only?: Inputs): Promise<{ inputs: Inputs; contentHash: string }> {
  const done = await db
    .select()
    .from(tables.load)
    .where(eq(tables.load.status, 'done'))
    .orderBy(tables.load.seq);
  const inputs = Object.fromEntries(FeedName.options.map((feed) => [feed, [] as number[]])) as Inputs;
  const hash = createHash('sha256');
  for (const load of done) {
    const feed = FeedName.parse(load.feed);
    if (load.accepted === 0 || (only && !only[feed].includes(load.seq))) continue;
    inputs[feed].push(load.seq);
    hash.update(`${load.feed} ${load.sha256} ${load.mappingSha256}\n`);
  }
  return { inputs, contentHash: hash.digest('hex') };
}

/** Keeps the catalogue's document under the hash of its content, and returns the hash. */
export async function rememberCatalogue(db: Db, catalogue: Catalogue): Promise<string> {
  const hash = createHash('sha256').update(canonicalJson(catalogue)).digest('hex');
  const row = { hash, catalogueId: catalogue.id, version: catalogue.version, document: catalogue };
  await db.insert(tables.catalogueVersion).values(row).onConflictDoNothing();
  return hash;
}
