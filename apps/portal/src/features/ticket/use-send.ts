'use client';
import { useState } from 'react';
import { failureCode } from '@/client/trpc';

type State = { at: 'idle' | 'busy' } | { at: 'failed'; why: ReturnType<typeof failureCode> };

/** Sends a change once at a time and keeps why it failed. */
export function useSend() {
  const [state, setState] = useState<State>({ at: 'idle' });
  const send = async (change: () => Promise<void>) => {
    setState({ at: 'busy' });
    try {
      await change();
      setState({ at: 'idle' });
    } catch (cause) {
      setState({ at: 'failed', why: failureCode(cause) });
    }
  };
  return { send, busy: state.at === 'busy', why: state.at === 'failed' ? state.why : null };
}
