'use client';
import { useSend as useSendWith } from '@ascent/ui';
import { failureCode } from '@/client/trpc';

export function useSend() {
  return useSendWith(failureCode);
}
