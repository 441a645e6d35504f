import { setTimeout as wait } from 'node:timers/promises';
import { ADDRESS_HEADER, addressOf } from './address';
import { isOpenPath } from './open-paths';
import { TRIES_WINDOW_SECONDS } from './tries';

const BASE = '/api/auth';

/** A mail to a known address takes longer than none to an unknown one; both answers take this long. */
const RESET_FLOOR_MS = 250;

/** Sign-in's endpoints as the outside may use them. */
export async function handleSignIn(
  request: Request,
  inner: (request: Request) => Promise<Response>,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const path = pathname.startsWith(`${BASE}/`) ? pathname.slice(BASE.length) : '';
  if (!isOpenPath(path)) return new Response('not found', { status: 404 });
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, addressOf(request.headers));
  const answered = inner(new Request(request, { headers }));
  if (path === '/request-password-reset') await Promise.allSettled([answered, wait(RESET_FLOOR_MS)]);
  return withRetryAfter(await answered);
}

/** Whoever is refused for too many tries is told when to come back, in the header that the standard names. */
function withRetryAfter(response: Response): Response {
  if (response.status !== 429 || response.headers.has('Retry-After')) return response;
  const headers = new Headers(response.headers);
  headers.set('Retry-After', headers.get('X-Retry-After') ?? String(TRIES_WINDOW_SECONDS));
  return new Response(response.body, { status: 429, headers });
}
