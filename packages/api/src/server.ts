import { Readable } from 'node:stream';
import type { AccountQuery } from '@ascent/schemas';
import {
  type Actor,
  type Auth,
  actorOf,
  actorOfKey,
  connectPlatform,
  createSeal,
  downloadAudience,
  exportReport,
  exportView,
  type Identity,
  type KeyScope,
  keyOf,
  openAuth,
  type Platform,
  type PlatformConfig,
  type ReportRequest,
  rememberReleases,
  ServiceError,
  sealClientSecrets,
} from '@ascent/services';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { type Caller, createCaller, root } from './root';
import { whileAllowed } from './while-allowed';

export type ApiServer = {
  /** better-auth's own routes, below /api/auth. */
  handleAuth: (request: Request) => Promise<Response>;
  handleTrpc: (request: Request) => Promise<Response>;
  /** The same procedures for server components, as whoever sent these headers. */
  caller: (headers: Headers) => Promise<Caller>;
  actor: (headers: Headers) => Promise<Actor | null>;
  reportFile: (headers: Headers, request: ReportRequest) => Promise<Response>;
  /** What a grid shows, as a file. */
  viewFile: (headers: Headers, query: AccountQuery) => Promise<Response>;
  audienceFile: (headers: Headers, id: string) => Promise<Response>;
};

/** So late an app may see that another release is shown. */
const RELEASES_STAND_MS = 1000;

/** Everything an app needs of the back end, over one set of connections. `address` is the app's own. */
export async function createApiServer(config: PlatformConfig, address: string): Promise<ApiServer> {
  const platform = await connectPlatform(config);
  rememberReleases(platform.app, RELEASES_STAND_MS);
  await sealClientSecrets(platform.auth, config.secret);
  const auth = await openAuth({
    platform,
    secret: config.secret,
    baseUrl: address,
    trustedOrigins: [config.portalAddress, config.campaignsAddress],
    identityProviders: config.identityProviders,
  });
  const actor = async (headers: Headers) => (await whoAsks(platform, auth, headers)).actor;
  /** By session, or by a key that may be used for this. */
  const asking = (headers: Headers, scope: KeyScope) => async (): Promise<Actor | null> => {
    const token = keyOf(headers.get('authorization'));
    if (!token) return actor(headers);
    const key = await actorOfKey(platform, token);
    return key?.scopes.includes(scope) ? key.actor : null;
  };
  const seal = createSeal(config.secret);
  const context = async (headers: Headers) => ({
    platform,
    ...(await whoAsks(platform, auth, headers)),
    localMailbox: config.localMailbox,
    places: {
      portalAddress: config.portalAddress,
      identityProviders: config.identityProviders ?? [],
    },
    seal,
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
    reportFile: (headers, request) =>
      file(asking(headers, 'reports:read'), (signedIn) =>
        exportReport({ platform, actor: signedIn }, request),
      ),
    viewFile: (headers, query) =>
      file(asking(headers, 'accounts:read'), (signedIn) => exportView({ platform, actor: signedIn }, query)),
    audienceFile: (headers, id) =>
      file(asking(headers, 'audiences:read'), (signedIn) =>
        downloadAudience({ platform, actor: signedIn }, id),
      ),
  };
}

type Asking = { identity: Identity | null; actor: Actor | null };

async function whoAsks(platform: Platform, auth: Auth, headers: Headers): Promise<Asking> {
  const session = await auth.api.getSession({ headers });
  if (!session) return { identity: null, actor: null };
  const { id, name, email } = session.user;
  const identity = { userId: id, name, email, sessionId: session.session.id };
  const activeOrganizationId = session.session.activeOrganizationId ?? null;
  return { identity, actor: await actorUnlessOutside(platform, { ...identity, activeOrganizationId }) };
}

/** Whoever belongs to no organisation, or no more, acts as nobody. */
async function actorUnlessOutside(
  platform: Platform,
  session: Parameters<typeof actorOf>[1],
): Promise<Actor | null> {
  try {
    return await actorOf(platform, session);
  } catch (cause) {
    if (cause instanceof ServiceError && cause.code === 'forbidden') return null;
    throw cause;
  }
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
  ask: () => Promise<Actor | null>,
  make: (actor: Actor) => Promise<{ fileName: string; body: Readable }>,
): Promise<Response> {
  const actor = await ask();
  if (!actor) return new Response('sign in first', { status: 401 });
  try {
    const { fileName, body } = await make(actor);
    return new Response(Readable.toWeb(whileAllowed(body, actor, ask)) as ReadableStream, {
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
