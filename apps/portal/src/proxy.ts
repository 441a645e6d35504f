import { isReadable, pageHeaders } from '@ascent/ui/page-headers';
import { type NextRequest, NextResponse } from 'next/server';

export function proxy(request: NextRequest) {
  if (!isReadable(request.nextUrl.pathname)) return new NextResponse(null, { status: 400 });
  // A file has no scripts to guard.
  if (request.nextUrl.pathname.startsWith('/api/')) return NextResponse.next();
  const { headers, policy } = pageHeaders(request, process.env.NODE_ENV === 'development');
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

export const config = {
  matcher: ['/((?!api/|_next/static|_next/image|icon.svg|favicon.ico).*)', '/api/report/:path*'],
};
