'use client';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';

type Action = { label: string; onClick: () => void };
type Toast = { id: number; tone: 'ok' | 'danger'; text: string; action?: Action };

const SHOWN_MS = 6000;
/** Long enough to read and to take something back. */
const UNDO_MS = 10_000;
const SHOWN_MAX = 4;

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();
const NONE: readonly Toast[] = [];

function set(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}
const add = (tone: Toast['tone']) => (text: string, options?: { action?: Action }) => {
  last += 1;
  set([...toasts, { id: last, tone, text, action: options?.action }].slice(-SHOWN_MAX));
};
const remove = (id: number) => set(toasts.filter((toast) => toast.id !== id));
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Says in passing what was done; with an action it can be taken back for ten seconds. */
export const toast = Object.assign(add('ok'), { success: add('ok'), error: add('danger') });

/** One a page, at its end: the live region has to be there before something is said. */
export function Toaster({ label, close }: { label: string; close: string }) {
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => NONE,
  );
  return (
    <section className="toasts" aria-label={label} aria-live="polite">
      {shown.map((each) => (
        <ToastBox key={each.id} toast={each} close={close} />
      ))}
    </section>
  );
}

function ToastBox({ toast: { id, tone, text, action }, close }: { toast: Toast; close: string }) {
  const stays = action ? UNDO_MS : SHOWN_MS;
  useEffect(() => {
    const timer = setTimeout(() => remove(id), stays);
    return () => clearTimeout(timer);
  }, [id, stays]);
  const Icon = tone === 'ok' ? CircleCheck : CircleAlert;
  return (
    <div className={`toast ${tone}`}>
      <Icon aria-hidden />
      <span>{text}</span>
      {action && (
        <button
          type="button"
          className="btn s"
          onClick={() => {
            remove(id);
            action.onClick();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="btn s ghost icon" aria-label={close} onClick={() => remove(id)}>
        <X aria-hidden />
      </button>
    </div>
  );
}
