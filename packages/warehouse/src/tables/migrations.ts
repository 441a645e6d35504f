import { FEED_TABLES } from './feed-tables';
import { MONTH_TABLES } from './month-tables';
import { GRID_COLUMNS, RELEASE_TABLES } from './release-tables';
import { FEATURE_BASES, SCORING_TABLES } from './scoring-tables';
import { SHEETS } from './sheets';

export type Migration = { id: string; statements: string[] };

/** In order; a number is never used again and a statement never edited once released. */
export const MIGRATIONS: Migration[] = [
  { id: '0001-feeds', statements: FEED_TABLES },
  { id: '0002-month', statements: MONTH_TABLES },
  { id: '0003-releases', statements: RELEASE_TABLES },
  { id: '0004-scoring', statements: SCORING_TABLES },
  { id: '0005-feature-bases', statements: FEATURE_BASES },
  { id: '0006-grid', statements: GRID_COLUMNS },
  { id: '0007-sheets', statements: SHEETS },
];
