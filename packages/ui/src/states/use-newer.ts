'use client';
import { useEffect, useRef, useState } from 'react';

const EVERY_MS = 180_000;
/** Going to and fro between windows is not asked about each time. */
const APART_MS = 20_000;

/** Whether something else than what is shown is current by now: asked every few minutes and whenever the reader comes back. */
export function useNewer(shown: string | null, ask: () => Promise<string | null>): boolean {
  const [newest, setNewest] = useState(shown);
  const current = useRef(ask);
  current.current = ask;
  useEffect(() => {
    let askedAt = Date.now();
    const look = async () => {
      if (document.visibilityState === 'hidden' || Date.now() - askedAt < APART_MS) return;
      askedAt = Date.now();
      // Offline or signed out: the next click says so, this need not.
      const found = await current.current().catch(() => null);
      if (found) setNewest(found);
    };
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
    };
  }, []);
  // A page that was made anew knows better than an answer from before.
  useEffect(() => setNewest(shown), [shown]);
  return newest !== shown;
}
