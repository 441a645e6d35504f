'use client';
import { useState } from 'react';
import { type AuthFailure, failureIn } from './auth-failure';
import { type AuthAnswer, askAuth } from './auth-request';

/** Asks sign-in one thing at a time. What works may leave the page, so it stays busy until `rest` is called. */
export function useAuth() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AuthFailure | null>(null);
  const run = async (work: () => Promise<AuthAnswer>): Promise<{ body: unknown } | AuthFailure> => {
    setBusy(true);
    setFailure(null);
    const answer = await work();
    const failed = failureIn(answer);
    if (!failed) return { body: answer.body };
    setBusy(false);
    setFailure(failed);
    return failed;
  };
  const ask = (path: string, body?: object) => run(() => askAuth(path, body));
  return { ask, run, busy, failure, rest: () => setBusy(false), setFailure };
}
