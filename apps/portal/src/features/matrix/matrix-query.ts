import { type AccountQuery, LEVELS, type Level } from '@ascent/schemas';
import { filterParams } from '../grid/grid-href';

/** What the matrix shows beside the accounts: how they moved, or the same as a table. */
export const SHOWS = ['counts', 'change', 'table'] as const;
export type Show = (typeof SHOWS)[number];
export type Picked = { fit: Level; intent: Level } | null;
export type MatrixView = { query: AccountQuery; show: Show; picked: Picked };

export function readShow(params: URLSearchParams): Show {
  return SHOWS.find((show) => show === params.get('show')) ?? 'counts';
}

/** `cell=High.Very low` */
export function readPicked(params: URLSearchParams): Picked {
  const [fit, intent] = (params.get('cell') ?? '').split('.');
  const level = (text: string | undefined) => LEVELS.find((each) => each === text);
  const found = { fit: level(fit), intent: level(intent) };
  return found.fit && found.intent ? { fit: found.fit, intent: found.intent } : null;
}

export function matrixHref({ query, show, picked }: MatrixView): string {
  const params = filterParams(query);
  if (show !== 'counts') params.set('show', show);
  if (picked) params.set('cell', `${picked.fit}.${picked.intent}`);
  return params.size ? `/matrix?${params}` : '/matrix';
}
