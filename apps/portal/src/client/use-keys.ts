'use client';
import { KEYS_COOKIE, remember } from '@ascent/ui';
import { useEffect, useRef } from 'react';

/** As the reader's preferences have it, for this browser. */
export function rememberKeys(on: boolean): void {
  remember(KEYS_COOKIE, on ? 'on' : 'off');
}

/** What a key press is called: 'j', 'shift+X', 'ctrl+a', 'g o' for one after the other. */
export type KeyActions = Record<string, (event: KeyboardEvent) => void>;

const SEQUENCE_MS = 900;

/** Keys of the page, as long as nobody types into a field or a dialog is open. */
export function useKeys(actions: KeyActions): void {
  const current = useRef(actions);
  current.current = actions;
  useEffect(() => {
    let before = { key: '', at: 0 };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isTaken(event.target)) return;
      const single = nameOf(event);
      const isSingle = !event.ctrlKey && !event.metaKey;
      if (
        isSingle &&
        single.length <= 7 &&
        document.cookie.includes(`${KEYS_COOKIE}=off`) &&
        single !== 'Escape'
      )
        return;
      const name = event.timeStamp - before.at < SEQUENCE_MS ? `${before.key} ${single}` : single;
      const action = current.current[name] ?? current.current[single];
      before = { key: single, at: event.timeStamp };
      if (!action) return;
      event.preventDefault();
      action(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function nameOf(event: KeyboardEvent): string {
  const held = event.ctrlKey || event.metaKey ? 'ctrl+' : '';
  return `${held}${event.shiftKey && event.key.length === 1 ? 'shift+' : ''}${event.key}`;
}

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role=dialog][data-state=open], [role=menu]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type);
}
