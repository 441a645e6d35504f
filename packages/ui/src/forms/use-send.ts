'use client';
import { useState } from 'react';

type State<Why> = { at: 'idle' | 'busy' } | { at: 'failed'; why: Why };

/** Sends a change once at a time and keeps why it failed, in the app's own terms. */
export function useSend<Why extends string>(explain: (cause: unknown) => Why) {
  const [state, setState] = useState<State<Why>>({ at: 'idle' });
  const send = async (change: () => Promise<void>) => {
    setState({ at: 'busy' });
    try {
      await change();
      setState({ at: 'idle' });
    } catch (cause) {
      setState({ at: 'failed', why: explain(cause) });
    }
  };
  return { send, busy: state.at === 'busy', why: state.at === 'failed' ? state.why : null };
}
