import type { Cluster, Level, LevelCuts, Locale, SegmentCode } from '@ascent/schemas';
import { formatCount } from '../format/count';
import { uiWords } from '../words/words';
import { clusterOfCode } from './cluster';

export type MatrixCell = {
  fit: Level;
  intent: Level;
  code: SegmentCode;
  count: number;
  /** Already written, US$0.9–1.6M; left out where the reader may not see it. */
  revenue?: string;
  delta?: number;
  href?: string;
  current?: boolean;
};

export type MatrixRow = {
  fit: Level;
  cluster: Cluster;
  total: number;
  /** One code for the whole row: it is drawn as one band. */
  band: SegmentCode | null;
  cells: MatrixCell[];
};

export const MATRIX_LEVELS: Level[] = ['High', 'Medium', 'Low', 'Very low'];

/** Rows by fit, cells by intent. A pair that is not given has no account. */
export function matrixRows(
  cells: MatrixCell[],
  codes: Record<Level, Record<Level, SegmentCode>>,
): MatrixRow[] {
  return MATRIX_LEVELS.map((fit) => {
    const row = MATRIX_LEVELS.map((intent) => {
      const given = cells.find((cell) => cell.fit === fit && cell.intent === intent);
      return given ?? { fit, intent, code: codes[fit][intent], count: 0 };
    });
    const first = row[0]!.code;
    return {
      fit,
      cluster: clusterOfCode(first),
      total: row.reduce((sum, cell) => sum + cell.count, 0),
      band: row.every((cell) => cell.code === first) ? first : null,
      cells: row,
    };
  });
}

/** "High fit, high intent, A1, 86 accounts" */
export function cellName(cell: MatrixCell, locale: Locale): string {
  const words = uiWords(locale);
  const intent = words.levelOf.intent[cell.intent];
  const place = `${words.levelOf.fit[cell.fit]}, ${intent.charAt(0).toLowerCase()}${intent.slice(1)}`;
  const parts = [place, cell.code, formatCount(cell.count, words.account, locale), cell.revenue];
  return parts.filter(Boolean).join(', ');
}

/** 75–100, 55–74.9, 30–54.9, 0–29.9: the scores a level holds. */
export function levelSpan(level: Level, cuts: LevelCuts, locale: Locale): string {
  const point = locale === 'pt-BR' ? ',' : '.';
  const write = (deci: number) => String(deci / 10).replace('.', point);
  const starts: Record<Level, number> = {
    High: cuts.high,
    Medium: cuts.medium,
    Low: cuts.low,
    'Very low': 0,
  };
  const ends: Record<Level, number> = {
    High: 1000,
    Medium: cuts.high - 1,
    Low: cuts.medium - 1,
    'Very low': cuts.low - 1,
  };
  return `${write(starts[level])}–${write(ends[level])}`;
}
