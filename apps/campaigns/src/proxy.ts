import { pageHeaders } from '@ascent/ui/page-headers';
import { type NextRequest, NextResponse } from 'next/server';

export function proxy(request: NextRequest) {
  const { headers, policy } = pageHeaders(request, process.env.NODE_ENV === 'development');
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

export const config = { matcher: ['/((?!api/|_next/static|_next/image|icon.svg|favicon.ico).*)'] };
