import type { Level, Locale } from '@ascent/schemas';
import { type ScoreKind, uiWords } from '../words/words';

/** "High", or with a kind "High fit", which agrees in Portuguese. */
export function LevelText({ level, kind, locale }: LevelTextProps) {
  const words = uiWords(locale);
  if (!level) return <span className="ns">{words.notScored.toLowerCase()}</span>;
  return <span>{kind ? words.levelOf[kind][level] : words.levels[level]}</span>;
}

export type LevelTextProps = { level: Level | null; kind?: ScoreKind; locale: Locale };
