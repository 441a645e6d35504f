'use client';
import type { AccountPage } from '@ascent/api';
import type { AccountQuery } from '@ascent/schemas';
import { useRef, useState } from 'react';
import { filterParams } from './grid-href';

/** More than this is not chosen one by one; "all that match" has no limit. */
const CHOSEN_MAX = 1000;

export type Selection = {
  count: number;
  /** Everything that the filters leave, whatever page it is on. */
  everything: boolean;
  ids: string[];
  pageIs: 'all' | 'some' | 'none';
  has: (id: string) => boolean;
  toggle: (id: string, index?: number) => void;
  /** From the row last touched to this one of the page. */
  range: (index: number) => void;
  togglePage: () => void;
  all: () => void;
  clear: () => void;
};

type State = { key: string; ids: ReadonlySet<string>; everything: boolean };

/** What is selected, across pages, as long as the filters stay the same. */
export function useSelection(query: AccountQuery, found: AccountPage): Selection {
  const key = filterParams(query).toString();
  const [state, setState] = useState<State>({ key, ids: new Set(), everything: false });
  const touched = useRef(0);
  const { ids, everything } = state.key === key ? state : { ids: new Set<string>(), everything: false };
  const page = found.rows.map((row) => row.accountId);
  const keep = (next: Iterable<string>) =>
    setState({ key, ids: new Set([...next].slice(0, CHOSEN_MAX)), everything: false });
  const has = (id: string) => everything || ids.has(id);
  const chosen = page.filter(has).length;
  return {
    count: everything ? found.total : ids.size,
    everything,
    ids: [...ids],
    pageIs: chosen === 0 ? 'none' : chosen === page.length ? 'all' : 'some',
    has,
    toggle: (id, index) => {
      touched.current = index ?? page.indexOf(id);
      // Taking one out of everything leaves what is on this page.
      const from = everything ? new Set(page) : new Set(ids);
      if (from.has(id)) from.delete(id);
      else from.add(id);
      keep(from);
    },
    range: (index) => {
      const [low, high] = [Math.min(index, touched.current), Math.max(index, touched.current)];
      keep([...ids, ...page.slice(low, high + 1)]);
      touched.current = index;
    },
    togglePage: () =>
      keep(chosen === page.length ? [...ids].filter((id) => !page.includes(id)) : [...ids, ...page]),
    all: () => setState({ key, ids: new Set(), everything: true }),
    clear: () => keep([]),
  };
}
