export const dynamic = 'force-dynamic';

/** Says that the process answers; touches no store. */
export function GET() {
  return new Response('ok');
}
