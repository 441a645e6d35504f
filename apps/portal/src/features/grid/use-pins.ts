'use client';
import { type RefObject, useEffect } from 'react';
import type { GridLayout } from './grid-href';

/** Where pinned columns stay: after those in front of them, as wide as these came out. */
export function usePins(table: RefObject<HTMLTableElement | null>, { pinned, widths }: GridLayout): void {
  useEffect(() => {
    const element = table.current;
    if (!element || pinned === 0) return;
    const place = () => {
      let left = 0;
      for (const [index, cell] of [...element.querySelectorAll('thead th')].slice(0, pinned + 1).entries()) {
        element.style.setProperty(`--pin-${index}`, `${left}px`);
        left += cell.getBoundingClientRect().width;
      }
    };
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [table, pinned, widths]);
}
