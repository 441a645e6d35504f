import type { Cluster, Level, Locale } from '@ascent/schemas';
import { en } from './en';
import { ptBR } from './pt-br';

export function uiWords(locale: Locale): UiWords {
  return locale === 'pt-BR' ? ptBR : en;
}

export type ScoreKind = 'fit' | 'intent';
export type Answer = 'yes' | 'no' | 'unknown';

/** What one unit is called: 1 account, 2 accounts. */
export type Noun = { one: string; many: string };

export type UiWords = {
  clusters: Record<Cluster, string>;
  clusterAdvice: Record<Cluster, string>;
  levels: Record<Level, string>;
  /** A level said of a score; in Portuguese it agrees with the noun. */
  levelOf: Record<ScoreKind, Record<Level, string>>;
  scores: Record<ScoreKind, string>;
  answers: Record<Answer, string>;
  account: Noun;
  day: Noun;
  notScored: string;
  noBand: string;
  unknown: string;
  isNew: string;
  up: string;
  down: string;
  was: string;
  base: string;
  cap: string;
  otherDrivers: Noun;
  rangeEach: (from: string, to: string) => string;
  driver: string;
  points: string;
  total: string;
  doesNotAddUp: string;
  table: string;
  chart: string;
  evidence: string;
  running: string;
  matrixCorner: string;
  matrixCaption: string;
  oneCode: string;
  allFitLevels: string;
  count: string;
  code: string;
  cluster: string;
  product: string;
  change: string;
  inOut: (entered: string, left: string) => string;
  release: string;
  asOf: Record<ScoreKind, string>;
  skip: string;
  mainNav: string;
  quickNav: string;
  breadcrumb: string;
  pages: string;
  previous: string;
  next: string;
  rowsOf: (from: string, to: string, total: string) => string;
  noRows: string;
  loading: string;
  counting: string;
  close: string;
  cancel: string;
  removeFilter: (field: string) => string;
  filters: string;
  tryAgain: string;
  request: string;
  notFoundTitle: string;
  notFoundText: string;
  show: string;
  superseded: string;
  theme: string;
  themes: Record<'light' | 'dark' | 'system', string>;
  language: string;
  chosen: string;
  more: string;
  signOut: string;
  pageErrorTitle: string;
  pageErrorText: string;
  askAdmin: string;
  toStart: string;
  sortBy: (column: string) => string;
  and: string;
  or: string;
  optional: string;
  percentDone: (percent: string) => string;
  artLabel: string;
};
