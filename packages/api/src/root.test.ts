import { createSeal, type Platform } from '@ascent/services';
import { hostActor, partnerActor } from '@ascent/services/testing';
import { describe, expect, test } from 'vitest';
import { isMissing } from './missing';
import { PATHS, pathsOf } from './procedures.fixture';
import { createCaller, root } from './root';
import type { ApiContext } from './trpc';

const procedures = Object.keys(root._def.procedures);
const HOST = pathsOf(({ who }) => who === 'host');
const signedIn = pathsOf(({ who }) => who === 'signed-in' || who === 'identified');

/** A refusal comes before the stores: any touch of them fails the test. */
const untouched = new Proxy({} as Platform, {
  get: (_target, name) => {
    throw new Error(`the stores were touched: ${String(name)}`);
  },
});
const context = (actor: ApiContext['actor'], localMailbox = false): ApiContext => ({
  platform: untouched,
  actor,
  identity: actor && { userId: actor.userId, name: actor.name, email: actor.email, sessionId: 's' },
  localMailbox,
  places: { portalAddress: 'http://portal.test', identityProviders: [] },
  seal: createSeal('a secret of the tests, long enough'),
});

function call(path: string, given: ApiContext, input?: unknown): Promise<unknown> {
  const caller = createCaller(given) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const [group, name] = path.split('.') as [string, string];
  return caller[group]![name]!(input);
}
const codeOf = (path: string, given: ApiContext, input?: unknown) =>
  call(path, given, input).then(
    () => 'OK',
    (cause: { code?: string; message: string }) => cause.code ?? cause.message,
  );

test('the root has these procedures, each by its noun and with a row in the matrix', () => {
  expect(procedures.sort()).toEqual(PATHS);
});

test('what only reads is a query, what changes something a mutation', () => {
  const kinds = root._def.procedures as unknown as Record<string, { _def: { type: string } }>;
  const mutations = procedures.filter((path) => kinds[path]!._def.type === 'mutation');
  expect(mutations.sort()).toEqual(pathsOf(({ changes }) => changes));
});

describe('signed out', () => {
  test.each([...signedIn, ...HOST])('%s is refused before it looks at anything', async (path) => {
    expect(await codeOf(path, context(null))).toBe('UNAUTHORIZED');
    expect(await codeOf(path, context(null), { id: 'x', accountId: 'x' })).toBe('UNAUTHORIZED');
  });

  test('one learns that nobody is signed in, and no more', async () => {
    expect(await call('session.me', context(null))).toBe(null);
    expect(await call('security.whoAmI', context(null))).toBe(null);
    expect(await codeOf('mailbox.list', context(null))).toBe('NOT_FOUND');
    expect(await codeOf('invite.accept', context(null), { token: 'x' })).toBe('BAD_REQUEST');
    expect(await codeOf('ticket.openPublic', context(null), { name: 'x' })).toBe('BAD_REQUEST');
  });
});

describe('signed in at a partner', () => {
  const ada = partnerActor('p1');

  test.each(HOST)('%s, which is the host’s, is not there', async (path) => {
    expect(await codeOf(path, context(ada))).toBe('NOT_FOUND');
  });

  test('one is told who one is', async () => {
    expect(await call('session.me', context(ada))).toEqual(ada);
  });

  test.each<[string, unknown]>([
    ['account.list', { clusters: ['Act now'] }],
    ['account.list', { pageSize: 1000 }],
    ['account.get', {}],
    ['audience.get', { id: 'not-a-uuid' }],
    ['audience.freeze', { cohort: 'copilot' }],
    ['invite.create', { email: 'x@p1.example', name: 'X', roles: [{ role: 'host-staff', scope: '*' }] }],
    ['sso.add', { kind: 'oidc', domain: 'p1.example' }],
    ['ticket.open', { topic: 'portal' }],
    ['ticket.getOwn', { id: "' OR 1 = 1" }],
    ['ticket.addNote', { ticketId: 'x', body: 'y' }],
  ])('%s with %j is refused before it reaches the stores', async (path, input) => {
    expect(await codeOf(path, context(ada), input)).toBe('BAD_REQUEST');
  });
});

test('the host’s staff get through to what is theirs', async () => {
  for (const path of ['model.list', 'release.list'])
    expect(await codeOf(path, context(hostActor()))).toBe('INTERNAL_SERVER_ERROR');
  for (const path of ['model.get', 'release.validation']) {
    expect(await codeOf(path, context(hostActor()), { id: 'x' })).toBe('INTERNAL_SERVER_ERROR');
    expect(await codeOf(path, context(hostActor()), {})).toBe('BAD_REQUEST');
  }
  expect(await codeOf('ticket.queue', context(hostActor()))).toBe('INTERNAL_SERVER_ERROR');
  expect(await codeOf('ticket.getAny', context(hostActor()), { id: 'x' })).toBe('BAD_REQUEST');
});

test('the local mailbox is there only where mails are caught', async () => {
  expect(await codeOf('mailbox.list', context(partnerActor('p1')))).toBe('NOT_FOUND');
  expect(await codeOf('mailbox.list', context(null, true))).toBe('INTERNAL_SERVER_ERROR');
});

test.each([
  ['NOT_FOUND', true],
  ['FORBIDDEN', true],
  ['BAD_REQUEST', true],
  ['UNAUTHORIZED', false],
  ['INTERNAL_SERVER_ERROR', false],
])('a failure for %s is for what is not there: %s', (code, missing) => {
  expect(isMissing(Object.assign(new Error('x'), { code }))).toBe(missing);
});

test('and whatever else is thrown is none', () => {
  expect([new Error('NOT_FOUND'), 'NOT_FOUND', null, { code: 'NOT_FOUND' }].map(isMissing)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
