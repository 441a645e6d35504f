import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const KEY_ID = 'test';

export type OidcProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who is signed in at the provider: what its token and its user info say of them. */
  person: Record<string, unknown>;
  /** The access tokens it gave out. */
  tokens: string[];
  close: () => Promise<void>;
};

/** An identity provider on loopback that speaks OpenID Connect: code flow with PKCE, signed tokens, discovery. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const clientId = 'ascent';
  const clientSecret = randomUUID();
  const codes = new Map<
    string,
    { nonce: string | null; challenge: string | null; redirect: string | null }
  >();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: OidcProvider = {
    issuer,
    clientId,
    clientSecret,
    person: {},
    tokens: [],
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };

  const jwt = (claims: object) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const head = `${part({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })}.${part(claims)}`;
    return `${head}.${sign('sha256', Buffer.from(head), privateKey).toString('base64url')}`;
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, issuer);
    const json = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration')
      return void json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        token_endpoint_auth_methods_supported: ['client_secret_basic'],
      });
    if (url.pathname === '/jwks')
      return void json({
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' }],
      });
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      const { searchParams: asked } = url;
      const redirect = asked.get('redirect_uri');
      codes.set(code, { nonce: asked.get('nonce'), challenge: asked.get('code_challenge'), redirect });
      const back = new URL(redirect!);
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.get('state') ?? '');
      return void response.writeHead(302, { location: back.href }).end();
    }
    if (url.pathname === '/userinfo') return void json(provider.person);
    if (url.pathname !== '/token') return void json({ error: 'not_found' }, 404);
    const form = new URLSearchParams(await bodyOf(request));
    const given = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (request.headers.authorization !== basic) return void json({ error: 'invalid_client' }, 401);
    if (!given || verifier !== given.challenge || form.get('redirect_uri') !== given.redirect)
      return void json({ error: 'invalid_grant' }, 400);
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: clientId, iat: now, exp: now + 300, ...provider.person };
    const token = randomUUID();
    provider.tokens.push(token);
    json({
      access_token: token,
      token_type: 'Bearer',
      id_token: jwt(given.nonce ? { ...claims, nonce: given.nonce } : claims),
    });
  }
  return provider;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
