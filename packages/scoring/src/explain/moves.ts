import { type Fact, LEVELS, type Level, type LevelCuts, type ModelDocument } from '@ascent/schemas';
import { scoreBins } from '../score/score-account';
import { levelOf } from '../score/segment';

/** How many accounts went from one fine bin of a fact to another between last month and this one. */
export type Transition = { fromBin: number; toBin: number; count: number };
export type Transitions = Record<string, readonly Transition[]>;

/** One change of one fact that would reach the level, or pass it: `score` and `level` are what the account would have then. */
export type Move = {
  fact: string;
  fromBin: number;
  toBin: number;
  count: number;
  score: number;
  level: Level;
};
export type Moves = { level: Level; gap: number; moves: Move[] };

export type MovesOptions = {
  /** Deci-points below the cut from which a move is looked for. */
  within: number;
  /** Accounts that must have made a step before it is called realistic. */
  countMin: number;
  movesMax: number;
};
export const MOVES: MovesOptions = { within: 100, countMin: 5, movesMax: 3 };

/** What a partner or the account can do something about; a country or an age it cannot. */
const INFLUENCED = new Set<Fact['source']['from']>([
  'signals',
  'transactions',
  'subscriptions',
  'technologies',
  'opportunities',
  'agreements',
]);

export function canBeMoved({ source }: Pick<Fact, 'source'>): boolean {
  return INFLUENCED.has(source.from);
}

/**
 * The smallest realistic changes of a single fact that lift a score to the next level; null at the top, or when
 * the level is too far. Least change first, then what happened most often.
 */
export function movesOf(
  document: ModelDocument,
  { bins, cuts, transitions }: { bins: number[]; cuts: LevelCuts; transitions: Transitions },
  { within, countMin, movesMax }: MovesOptions = MOVES,
): Moves | null {
  const { score } = scoreBins(document, bins);
  const next = LEVELS[LEVELS.indexOf(levelOf(score, cuts)!) - 1];
  if (next === undefined) return null;
  const cut = { High: cuts.high, Medium: cuts.medium, Low: cuts.low, 'Very low': 0 }[next];
  const gap = cut - score;
  if (gap > within) return null;
  const moves = document.features.flatMap(({ fact, bins: kind }, at) => {
    const reaching = (transitions[fact] ?? [])
      .filter(({ fromBin, toBin, count }) => fromBin === bins[at] && toBin !== fromBin && count >= countMin)
      .map((step) => {
        const reached = scoreBins(document, replaced(bins, at, step.toBin)).score;
        return { fact, ...step, score: reached, level: levelOf(reached, cuts)! };
      })
      .filter((move) => move.score >= cut)
      .map((move) => ({ move, size: sizeOf(move, kind.kind) }));
    return reaching.sort(bySize).slice(0, 1);
  });
  return {
    level: next,
    gap,
    moves: moves
      .sort(bySize)
      .slice(0, movesMax)
      .map(({ move }) => move),
  };
}

type Sized = { move: Move; size: number };

function bySize(a: Sized, b: Sized): number {
  return (
    a.size - b.size ||
    b.move.count - a.move.count ||
    (a.move.fact < b.move.fact ? -1 : Number(a.move.fact > b.move.fact)) ||
    a.move.toBin - b.move.toBin
  );
}

/** Bins to pass; from or to the missing, and between categories, it is one step. */
function sizeOf({ fromBin, toBin }: Move, kind: 'number' | 'category'): number {
  return kind === 'category' || fromBin === 0 || toBin === 0 ? 1 : Math.abs(toBin - fromBin);
}

function replaced(bins: number[], at: number, bin: number): number[] {
  return bins.map((each, index) => (index === at ? bin : each));
}
