import type { Db } from '@ascent/db';
import type { ModelDocument } from '@ascent/schemas';
import { binColumn, type FactValues, factColumn, type Scored, scoreBins } from '@ascent/scoring';
import type { Row, TenantReader } from '@ascent/warehouse';
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

/**
 * What these releases knew of one account that the reader sees there. An account newer than the quarter has no fit day
 * of its own.
 */
export async function knownOf(
  { reader, db }: Reads,
  releases: readonly ShownRelease[],
  accountId: string,
): Promise<Known[]> {
  const asked = await Promise.all(
    releases.map(async (release) => {
      const manifest = await releaseManifest(db, release.id);
      const days = [...new Set([release.intentAsOf, release.fitAsOf])];
      return {
        release,
        manifest,
        days,
        releaseId: release.id,
        featuresRelease: manifest?.featuresRelease ?? release.id,
      };
    }),
  );
  const sheets = await reader.sheets({ accountId, of: asked });
  return Promise.all(
    asked.map(async ({ release, manifest, days, featuresRelease }, at) => {
      const read = sheets[at]!;
      const found =
        read.features.size > 0
          ? daysOf(release, read.features, manifest?.binning ? read.feature_bins : null)
          : await unsheetedDays(reader, { release, manifest, accountId, days, featuresRelease });
      const intent = found.get(release.intentAsOf);
      const fit = found.get(release.fitAsOf);
      const none: KnownDay = { values: {}, bins: null };
      return { release, manifest, days: { fit: fit ?? intent ?? none, intent: intent ?? none } };
    }),
  );
}

type Asked = {
  release: ShownRelease;
  manifest: ReleaseManifest | null;
  accountId: string;
  days: string[];
  featuresRelease: string;
};

/** A release of an earlier version has its facts in columns only. */
async function unsheetedDays(
  reader: TenantReader,
  { release, manifest, accountId, days, featuresRelease }: Asked,
): Promise<Map<string, KnownDay>> {
  const facts = release.catalogue.facts.map((fact) => fact.id);
  const select = { releaseId: release.id, featuresRelease, accountId, days };
  const [values, bins] = await Promise.all([
    reader.facts({ ...select, columns: facts.map(factColumn) }),
    // A release of an earlier version has no bytes, and its catalogue perhaps no columns for them.
    manifest?.binning ? reader.bins({ ...select, columns: facts.map(binColumn) }) : null,
  ]);
  return daysOf(release, values, bins);
}

type Days = ReadonlyMap<string, Row>;

function daysOf({ catalogue }: ShownRelease, values: Days, bins: Days | null): Map<string, KnownDay> {
  const facts = catalogue.facts.map((fact) => fact.id);
  return new Map(
    [...values].map(([day, row]) => {
      const bytes = bins?.get(day);
      return [
        day,
        {
          values: Object.fromEntries(
            facts.map((id) => [id, (row[factColumn(id)] ?? null) as number | string | null]),
          ),
          bins: bytes ? Object.fromEntries(facts.map((id) => [id, Number(bytes[binColumn(id)])])) : null,
        },
      ];
    }),
  );
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
