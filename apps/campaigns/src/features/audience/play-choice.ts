import type { CohortLine } from '@ascent/api';
import { inLocale, type Locale } from '@ascent/schemas';
import type { ClusterCounts } from '@ascent/ui';
import { clusterCounts } from '../cohort/cluster-counts';
import { type PlayGroup, playName } from '../cohort/play-groups';

/** A cohort as the form shows it, in the reader's language: the catalogue stays on the server. */
export type PlayChoice = { id: string; name: string; rule: string; total: number; counts: ClusterCounts };
export type PlayChoices = { id: string; name: string; plays: PlayChoice[] }[];

export function playChoices(groups: PlayGroup[], locale: Locale): PlayChoices {
  return groups.map(({ id, name, plays }) => ({
    id,
    name,
    plays: plays.map((cohort) => toChoice(cohort, locale)),
  }));
}

function toChoice(cohort: CohortLine, locale: Locale): PlayChoice {
  const { id, total, words } = cohort;
  return {
    id,
    total,
    name: playName(cohort, locale),
    rule: inLocale(words, locale),
    counts: clusterCounts(cohort),
  };
}
