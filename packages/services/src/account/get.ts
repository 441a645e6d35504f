import type { Product } from '@ascent/schemas';
import type { Row, TenantReader } from '@ascent/warehouse';
import { readerOf } from '../access/reader';
import type { Context, ShownRelease } from '../context';
import { notFound } from '../errors';
import { publishedById, requireRelease } from '../release/shown';
import { explainChange, type ScoreChange } from './change';
import { accountCohorts, type CohortMembership } from './cohorts';
import { revenueDocument } from './documents';
import { knownSignals } from './evidence';
import { explainScore, type Reading, type ScoreAccount } from './explain';
import { type Known, knownOf, type Reads, type ScoreKind, scoredOf } from './known';
import { type ProductScore, productScore } from './list';
import { explainMoves, type ScoreMoves, transitionsBetween } from './moves';
import { PROFILE_COLUMNS } from './profile-columns';
import { type RevenueInterval, revenueInterval } from './revenue';

/** All but the levels are null without a score, or where a release of an earlier version kept no reasons. */
export type ScoreCard = ProductScore & {
  fitLevel: string;
  intentLevel: string;
  fitDrivers: ScoreAccount | null;
  intentDrivers: ScoreAccount | null;
  /** Since the release before; null without one, or without a score then. */
  change: Record<ScoreKind, ScoreChange | null>;
  /** To the next level; null at the top, or when it is far. */
  moves: Record<ScoreKind, ScoreMoves | null>;
  /** Millionths. */
  probability: number | null;
  /** Absent for a role that may not see it; '' = no band. */
  revenuePotential?: string;
  /** Absent for the same; null = no estimate. */
  revenue?: RevenueInterval | null;
};

export type AccountDetail = {
  accountId: string;
  profile: Record<string, string | number | null>;
  cards: ScoreCard[];
  cohorts: CohortMembership[];
  fitAsOf: string;
  intentAsOf: string;
  /** The period compared with; null when nothing can be. */
  comparedWith: string | null;
};

/** Everything a seller may know of one account; another tenant's account is simply not found. */
export async function getAccount(context: Context, accountId: string): Promise<AccountDetail> {
  const { seesSensitive } = context.actor;
  const reads = { reader: readerOf(context), db: context.platform.app };
  const release = await requireRelease(reads.db);
  const { products } = release.catalogue;
  const row = await rowOf(reads.reader, release, accountId);
  if (!row) throw notFound('the account');
  const [known, before] = await Promise.all([
    knownOf(reads, release, accountId),
    lastTime(reads, release, accountId),
  ]);
  const signals = await knownSignals(reads.reader, known, accountId);
  const reading = { catalogue: release.catalogue, seesSensitive, signals };
  const asked = { reads, row, known, before, reading };
  const cards = await Promise.all(products.map((product) => cardOf(asked, product)));
  const clusters = Object.fromEntries(cards.map((card) => [`${card.product}Cluster`, card.cluster || null]));
  const facts = { ...known.days.intent.values, ...clusters };
  return {
    accountId,
    profile: Object.fromEntries(PROFILE_COLUMNS.map((name) => [name, row[name] as string | number | null])),
    cards,
    cohorts: accountCohorts(release.catalogue, facts, seesSensitive),
    fitAsOf: release.fitAsOf,
    intentAsOf: release.intentAsOf,
    comparedWith: before?.known.release.period ?? null,
  };
}

type Why = { drivers: ScoreAccount | null; change: ScoreChange | null; moves: ScoreMoves | null };
type LastTime = { known: Known; row: Row };
type Asked = { reads: Reads; row: Row; known: Known; before: LastTime | null; reading: Reading };

async function cardOf(asked: Asked, product: Product): Promise<ScoreCard> {
  const { reads, row, known, reading } = asked;
  const { id } = product;
  const sensitive = reading.seesSensitive
    ? {
        revenuePotential: String(row[`${id}RevenuePotential`]),
        revenue: row[`${id}RevenuePotential`] === '' ? null : await revenueOf(reads, known, id),
      }
    : {};
  const [fit, intent] = [await whyOf(asked, product, 'fit'), await whyOf(asked, product, 'intent')];
  return {
    ...productScore(row, id),
    fitLevel: String(row[`${id}Fit`]),
    intentLevel: String(row[`${id}Intent`]),
    fitDrivers: fit.drivers,
    intentDrivers: intent.drivers,
    change: { fit: fit.change, intent: intent.change },
    moves: { fit: fit.moves, intent: intent.moves },
    probability: row[`${id}Propensity`] as number | null,
    ...sensitive,
  };
}

async function whyOf(
  { reads, row, known, before, reading }: Asked,
  product: Product,
  kind: ScoreKind,
): Promise<Why> {
  const score = (from: Row) => productScore(from, product.id)[kind];
  const now = await scoredOf(reads.db, known, { kind, product: product.id, score: score(row) });
  if (!now) return { drivers: null, change: null, moves: null };
  const was =
    before &&
    (await scoredOf(reads.db, before.known, { kind, product: product.id, score: score(before.row) }));
  const transitions = await transitionsBetween(reads.reader, before?.known ?? null, known);
  const asOf = kind === 'fit' ? known.release.fitAsOf : known.release.intentAsOf;
  return {
    drivers: explainScore(now, reading, asOf),
    change: was ? explainChange(was, now, reading) : null,
    moves: explainMoves({ scored: now, product, reading, transitions }),
  };
}

async function revenueOf({ db }: Reads, { manifest, days }: Known, product: string) {
  const document = await revenueDocument(db, manifest?.models.revenue[product]);
  return document && revenueInterval(document, days.intent);
}

/** The account in the release before this one; null where the reader did not see it there. */
async function lastTime(reads: Reads, release: ShownRelease, accountId: string): Promise<LastTime | null> {
  if (!release.previousId) return null;
  const previous = await publishedById(reads.db, release.previousId);
  // Products that are new have no columns there, and nothing to compare with.
  const row = await rowOf(reads.reader, previous, accountId, release.catalogue.products);
  return row && { row, known: await knownOf(reads, previous, accountId) };
}

async function rowOf(
  reader: TenantReader,
  { id: releaseId, catalogue }: ShownRelease,
  accountId: string,
  products = catalogue.products,
): Promise<Row | null> {
  const columns = [
    ...PROFILE_COLUMNS,
    ...products.flatMap(({ id }) => [
      `${id}Cluster`,
      `${id}Code`,
      `${id}WasCode`,
      `${id}FitScore`,
      `${id}IntentScore`,
      `${id}Fit`,
      `${id}Intent`,
      `${id}Propensity`,
      `${id}RevenuePotential`,
    ]),
  ];
  const where = [{ column: 'account_id', op: '=' as const, value: accountId }];
  const [row] = await reader.rows({ releaseId, columns, where, limit: 1 });
  return row ?? null;
}
