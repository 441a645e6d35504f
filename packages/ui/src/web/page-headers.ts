/** The address a page was asked under, for coming back after sign-in. */
export const PATH_HEADER = 'x-ascent-path';

/** What a page's request takes along, and the policy its response answers with. */
export function pageHeaders(
  request: PageRequest,
  development: boolean,
): { headers: Headers; policy: string } {
  const policy = contentSecurityPolicy(crypto.randomUUID().replaceAll('-', ''), development);
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return { headers, policy };
}

/** Scripts run only with the nonce of their own response. */
function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // No style attribute: marks stand by data attributes (domain/placed.ts). A nonce is for what libraries insert.
    `style-src 'self' 'nonce-${nonce}'${development ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export type PageRequest = { headers: Headers; nextUrl: { pathname: string; search: string } };

/** An address that is no text, as half of an encoded letter, leads nowhere: it is refused before a page looks at it. */
export function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}
