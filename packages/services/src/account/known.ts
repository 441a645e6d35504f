import type { Db } from '@ascent/db';
import { fitPeriod, type ModelDocument } from '@ascent/schemas';
import { binColumn, type FactValues, factColumn, type Scored, scoreBins } from '@ascent/scoring';
import type { TenantReader } from '@ascent/warehouse';
import type { ShownRelease } from '../context';
import { type ReleaseManifest, releaseManifest } from '../release/shown';
import { modelDocument } from './documents';

export type ScoreKind = 'fit' | 'intent';

/** What was known of an account as of a day: the values of its facts, and the bytes that models look at. */
export type KnownDay = { values: FactValues; bins: Record<string, number> | null };
/** The same for the days of both scores of a release. */
export type Known = {
  release: ShownRelease;
  manifest: ReleaseManifest | null;
  days: Record<ScoreKind, KnownDay>;
};

/** From where an account is read: the tenant's own view, and the records of releases and models. */
export type Reads = { reader: TenantReader; db: Db };

/** What a release knew of one account that the reader sees. An account newer than the quarter has no fit day of its own. */
export async function knownOf(
  { reader, db }: Reads,
  release: ShownRelease,
  accountId: string,
): Promise<Known> {
  const manifest = await releaseManifest(db, release.id);
  const intent = await dayOf(reader, { release, manifest, accountId, asOf: release.intentAsOf });
  const fit =
    fitPeriod(release.period) === release.period
      ? intent
      : await dayOf(reader, { release, manifest, accountId, asOf: release.fitAsOf });
  const none: KnownDay = { values: {}, bins: null };
  return { release, manifest, days: { fit: fit ?? intent ?? none, intent: intent ?? none } };
}

type Asked = { release: ShownRelease; manifest: ReleaseManifest | null; accountId: string; asOf: string };

async function dayOf(
  reader: TenantReader,
  { release, manifest, accountId, asOf }: Asked,
): Promise<KnownDay | null> {
  const facts = release.catalogue.facts.map((fact) => fact.id);
  const select = {
    releaseId: release.id,
    featuresRelease: manifest?.featuresRelease ?? release.id,
    accountId,
    asOf,
  };
  const [values, bins] = await Promise.all([
    reader.facts({ ...select, columns: facts.map(factColumn) }),
    // A release of an earlier version has no bytes, and its catalogue perhaps no columns for them.
    manifest?.binning ? reader.bins({ ...select, columns: facts.map(binColumn) }) : null,
  ]);
  if (!values) return null;
  return {
    values: Object.fromEntries(facts.map((id) => [id, values[factColumn(id)] as number | string | null])),
    bins: bins && Object.fromEntries(facts.map((id) => [id, Number(bins[binColumn(id)])])),
  };
}

/** How the release scored it, from the stored bytes; null unless that gives exactly the score that is shown. */
export async function scoredOf(
  db: Db,
  { manifest, days }: Known,
  { kind, product, score }: { kind: ScoreKind; product: string; score: number | null },
): Promise<Scored | null> {
  if (score === null) return null;
  const document = await modelDocument(db, manifest?.models[kind][product]);
  const bins = document && binsOfDay(document, days[kind]);
  if (!document || !bins || scoreBins(document, bins).score !== score) return null;
  return { document, bins, values: days[kind].values };
}

/** In the order of the document's features; null when a byte is missing. */
export function binsOfDay(document: Pick<ModelDocument, 'features'>, { bins }: KnownDay): number[] | null {
  if (!bins) return null;
  const found = document.features.map(({ fact }) => bins[fact]);
  return found.some((bin) => bin === undefined) ? null : (found as number[]);
}
