import type { Db } from '@ascent/db';
import type { Level, LevelCuts, Product, Words } from '@ascent/schemas';
import {
  binColumn,
  canBeMoved,
  driverNames,
  MOVES,
  moveSentence,
  movesOf,
  type Scored,
  type Transitions,
} from '@ascent/scoring';
import type { TenantReader } from '@ascent/warehouse';
import { keptBy } from '../kept';
import { type Reading, tellingOf } from './explain';
import type { Known, Reads } from './known';

/** Deci-points. `accounts`: how many made this step since last month. */
export type ScoreMove = {
  fact: string;
  names: Words;
  sentence: Words;
  score: number;
  accounts: number;
};
export type ScoreMoves = { level: Level; gap: number; moves: ScoreMove[] };

type Asked = { scored: Scored; product: Product; reading: Reading; transitions: Transitions | null };

/** The smallest changes that would lift a score to its next level; null at the top, when it is far, or not known. */
export function explainMoves({ scored, product, reading, transitions }: Asked): ScoreMoves | null {
  if (!transitions) return null;
  const { document, bins } = scored;
  const telling = tellingOf(reading, document);
  const possible = document.features.filter(({ fact: id }) => {
    const fact = telling.fact(id);
    // Who may not see a value is not told one by way of advice; a fact of the scope would lead out of it.
    return canBeMoved(fact) && telling.sees(fact) && !inRule(product.scope, id);
  });
  const steps = Object.fromEntries(possible.map(({ fact }) => [fact, transitions[fact] ?? []]));
  const found = movesOf(document, { bins, cuts: product.levelCuts satisfies LevelCuts, transitions: steps });
  if (!found) return null;
  const { level, gap } = found;
  return {
    level,
    gap,
    moves: found.moves.map((move) => ({
      fact: move.fact,
      names: driverNames([move.fact], telling.fact),
      sentence: moveSentence(move, { document, fact: telling.fact }),
      score: move.score,
      accounts: move.count,
    })),
  };
}

function inRule(rule: string | undefined, fact: string): boolean {
  return rule?.split(/[^A-Za-z0-9]+/).includes(fact) ?? false;
}

/** Pairs of releases never change, so their steps are counted once. */
const countedOf = keptBy<Db, Promise<Transitions | null>>();
const KEPT_MAX = 4;
/** A page is not held up by the first count of a large release; the next one has it. */
const WAIT_MS_MAX = 2000;
const AGAIN_MS = 60_000;

/**
 * How accounts moved between the two releases, by fact; null without a release before that has the same bytes, or
 * while they are not counted yet.
 */
export async function transitionsBetween(
  { reader, db }: Reads,
  before: Known | null,
  now: Known,
): Promise<Transitions | null> {
  if (!before?.manifest?.binning || !now.manifest?.binning) return null;
  const counted = countedOf(db);
  const key = `${before.release.id} ${now.release.id}`;
  if (!counted.has(key)) {
    if (counted.size >= KEPT_MAX) counted.delete(counted.keys().next().value!);
    const forget = () => {
      // Not at once: every page would ask again for what takes too long.
      setTimeout(() => counted.delete(key), AGAIN_MS).unref();
      return null;
    };
    counted.set(key, countSteps(reader, before, now).catch(forget));
  }
  return withinTime(counted.get(key)!);
}

async function withinTime<T>(asked: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), WAIT_MS_MAX);
  });
  const answer = await Promise.race([asked, late]);
  clearTimeout(timer);
  return answer;
}

async function countSteps(reader: TenantReader, before: Known, now: Known): Promise<Transitions> {
  // A fact that the release before did not have was in no bin then.
  const had = new Set(before.release.catalogue.facts.map((fact) => fact.id));
  const facts = now.release.catalogue.facts.filter((fact) => canBeMoved(fact) && had.has(fact.id));
  const day = ({ release, manifest }: Known) => ({
    featuresRelease: manifest?.featuresRelease ?? release.id,
    asOf: release.intentAsOf,
  });
  const rows = await reader.transitions({
    from: day(before),
    to: day(now),
    columns: facts.map((fact) => binColumn(fact.id)),
    countMin: MOVES.countMin,
  });
  const found: Record<string, { fromBin: number; toBin: number; count: number }[]> = {};
  for (const { fact, from_bin, to_bin, n } of rows) {
    const id = String(fact).slice(binColumn('').length);
    found[id] ??= [];
    found[id].push({ fromBin: Number(from_bin), toBin: Number(to_bin), count: Number(n) });
  }
  return found;
}
