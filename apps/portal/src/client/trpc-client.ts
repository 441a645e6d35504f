'use client';
import type { Root } from '@ascent/api';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import superjson from 'superjson';

export const client = createTRPCClient<Root>({
  links: [httpBatchLink({ url: '/api/trpc', transformer: superjson })],
});
export type Client = typeof client;
