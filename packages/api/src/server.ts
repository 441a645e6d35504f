import { Readable } from 'node:stream';
import {
  type Actor,
  type Auth,
  actorOf,
  connectPlatform,
  createAuth,
  downloadAudience,
  exportReport,
  type Platform,
  type PlatformConfig,
  type ReportRequest,
  ServiceError,
} from '@ascent/services';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { type Caller, createCaller, root } from './root';

export type ApiServer = {
  /** better-auth's own routes, below /api/auth. */
  handleAuth: (request: Request) => Promise<Response>;
  handleTrpc: (request: Request) => Promise<Response>;
  /** The same procedures for server components, as whoever sent these headers. */
  caller: (headers: Headers) => Promise<Caller>;
  actor: (headers: Headers) => Promise<Actor | null>;
  reportFile: (headers: Headers, request: ReportRequest) => Promise<Response>;
  audienceFile: (headers: Headers, id: string) => Promise<Response>;
};

/** Everything an app needs of the back end, over one set of connections. `address` is the app's own. */
export async function createApiServer(config: PlatformConfig, address: string): Promise<ApiServer> {
  const platform = await connectPlatform(config);
  const auth = createAuth({
    db: platform.auth,
    secret: config.secret,
    baseUrl: address,
    trustedOrigins: [config.portalAddress, config.campaignsAddress],
    queue: platform.queue,
  });
  const actor = (headers: Headers) => actorFrom(platform, auth, headers);
  const context = async (headers: Headers) => ({
    platform,
    actor: await actor(headers),
    localMailbox: config.localMailbox,
  });
  return {
    handleAuth: (request) => auth.handler(request),
    handleTrpc: (request) => {
      const foreign = crossSite(request, [config.portalAddress, config.campaignsAddress]);
      if (foreign) return Promise.resolve(foreign);
      return fetchRequestHandler({
        endpoint: '/api/trpc',
        req: request,
        router: root,
        createContext: () => context(request.headers),
      });
    },
    caller: async (headers) => createCaller(await context(headers)),
    actor,
    reportFile: async (headers, request) =>
      file(await actor(headers), (signedIn) => exportReport({ platform, actor: signedIn }, request)),
    audienceFile: async (headers, id) =>
      file(await actor(headers), (signedIn) => downloadAudience({ platform, actor: signedIn }, id)),
  };
}

async function actorFrom(platform: Platform, auth: Auth, headers: Headers): Promise<Actor | null> {
  const session = await auth.api.getSession({ headers });
  if (!session) return null;
  const { id, name, email } = session.user;
  return actorOf(platform, {
    userId: id,
    name,
    email,
    activeOrganizationId: session.session.activeOrganizationId ?? null,
  });
}

/** A browser names the origin of a change; one of ours, or it is refused. */
function crossSite(request: Request, allowed: string[]): Response | null {
  if (request.method === 'GET') return null;
  const origin = request.headers.get('origin');
  return origin === null || allowed.includes(origin)
    ? null
    : new Response('cross-site request', { status: 403 });
}

const STATUS: Record<ServiceError['code'], number> = {
  'not-found': 404,
  forbidden: 404,
  'signed-out': 401,
  invalid: 400,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
};

async function file(
  actor: Actor | null,
  make: (actor: Actor) => Promise<{ fileName: string; body: Readable }>,
): Promise<Response> {
  if (!actor) return new Response('sign in first', { status: 401 });
  try {
    const { fileName, body } = await make(actor);
    return new Response(Readable.toWeb(body) as ReadableStream, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        'Cache-Control': 'private, no-store',
      },
    });
  } catch (cause) {
    if (cause instanceof ServiceError) return new Response(cause.message, { status: STATUS[cause.code] });
    throw cause;
  }
}
