'use client';
import { useRouter, useSearchParams } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';

/** Changes the address of the grid; every change starts again at the first page. What is chosen shows at once. */
export function useGridParams() {
  const router = useRouter();
  const [text, setText] = useOptimistic(useSearchParams().toString());
  const [pending, start] = useTransition();
  const params = new URLSearchParams(text);
  const change = (edit: (next: URLSearchParams) => void, path = '/accounts') => {
    const next = new URLSearchParams(text);
    edit(next);
    next.delete('page');
    start(() => {
      setText(next.toString());
      router.push(next.size ? `${path}?${next}` : path);
    });
  };
  return { params, change, pending };
}
