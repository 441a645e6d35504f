import type { Product } from '@ascent/schemas';
import { PROFILE_COLUMNS, type Row } from '@ascent/warehouse';
import { readerOf } from '../access/reader';
import type { Context } from '../context';
import { requireRelease } from '../release/shown';
import { explainChange, type ScoreChange } from './change';
import { accountCohorts, type CohortMembership } from './cohorts';
import { revenueDocument } from './documents';
import { explainScore, type Reading, type ScoreAccount } from './explain';
import { type Known, type Reads, type ScoreKind, scoredOf } from './known';
import { explainMoves, type ScoreMoves, transitionsBetween } from './moves';
import { type ProductScore, productScore } from './product-score';
import { readAccount } from './read-account';
import { type RevenueInterval, revenueInterval } from './revenue';

/**
 * All but the levels are null without a score, or where a release of an earlier version kept no reasons. Drivers, change
 * and moves are told of the explained product only.
 */
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
  /** The product whose scores are explained. */
  explained: string;
  cohorts: CohortMembership[];
  fitAsOf: string;
  intentAsOf: string;
  /** The period compared with; null when nothing can be. */
  comparedWith: string | null;
};

/**
 * Everything a seller may know of one account, explained for one product: the one asked for, else the first that has
 * a score. Another tenant's account is simply not found.
 */
export async function getAccount(
  context: Context,
  { accountId, product: asked }: { accountId: string; product?: string },
): Promise<AccountDetail> {
  const { seesSensitive } = context.actor;
  const reads = { reader: readerOf(context), db: context.platform.app };
  const release = await requireRelease(reads.db);
  const { products } = release.catalogue;
  const { row, known, before, signals } = await readAccount(context, release, accountId);
  const reading = { catalogue: release.catalogue, seesSensitive, signals };
  const explained =
    products.find(({ id }) => id === asked) ?? products.find(({ id }) => hasScore(row, id)) ?? products[0]!;
  const found = { reads, row, known, before, reading };
  const cards = await Promise.all(products.map((product) => cardOf(found, product, product === explained)));
  const clusters = Object.fromEntries(cards.map((card) => [`${card.product}Cluster`, card.cluster || null]));
  const facts = { ...known.days.intent.values, ...clusters };
  return {
    accountId,
    profile: Object.fromEntries(PROFILE_COLUMNS.map((name) => [name, row[name] as string | number | null])),
    cards,
    explained: explained.id,
    cohorts: accountCohorts(release.catalogue, facts, seesSensitive),
    fitAsOf: release.fitAsOf,
    intentAsOf: release.intentAsOf,
    comparedWith: before?.known.release.period ?? null,
  };
}

type Why = { drivers: ScoreAccount | null; change: ScoreChange | null; moves: ScoreMoves | null };
const NOT_TOLD: Why = { drivers: null, change: null, moves: null };
type LastTime = { known: Known; row: Row };
type Asked = { reads: Reads; row: Row; known: Known; before: LastTime | null; reading: Reading };

function hasScore(row: Row, product: string): boolean {
  const { fit, intent } = productScore(row, product);
  return fit !== null || intent !== null;
}

async function cardOf(asked: Asked, product: Product, explained: boolean): Promise<ScoreCard> {
  const { reads, row, known, reading } = asked;
  const { id } = product;
  const sensitive = reading.seesSensitive
    ? {
        revenuePotential: String(row[`${id}RevenuePotential`]),
        revenue: row[`${id}RevenuePotential`] === '' ? null : await revenueOf(reads, known, id),
      }
    : {};
  const why = (kind: ScoreKind) => (explained ? whyOf(asked, product, kind) : NOT_TOLD);
  const [fit, intent] = [await why('fit'), await why('intent')];
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
  if (!now) return NOT_TOLD;
  const was =
    before &&
    (await scoredOf(reads.db, before.known, { kind, product: product.id, score: score(before.row) }));
  const transitions = await transitionsBetween(reads, before?.known ?? null, known);
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
