import { createSeal } from '@ascent/services';
import { ALPHA, freshPlatform, hostActor, twoPartners } from '@ascent/services/testing';
import { afterAll, expect, inject, test } from 'vitest';
import { stringInputs } from './input-strings.fixture';
import { PATHS, PROCEDURES } from './procedures.fixture';
import { createCaller } from './root';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
afterAll(stores.drop);
const { actors, ids, secrets } = await twoPartners(stores);
const alpha = { ...ids, ...secrets, organisation: ALPHA };

const HOSTILE = ['a\0b', 'x'.repeat(10_000), '😀', '\ud800', "'\\%_\n", '-1', '__proto__'];

function ask(path: string, input: unknown): Promise<unknown> {
  const actor = PROCEDURES[path]!.who === 'host' ? hostActor() : actors.ada;
  const { userId, name, email } = actor;
  const caller = createCaller({
    ...{ platform: stores.platform, actor, localMailbox: false },
    identity: { userId, name, email, sessionId: 'its own' },
    places: { portalAddress: 'http://portal.test', identityProviders: [] },
    seal: createSeal(stores.config.secret),
  }) as unknown as Record<string, Record<string, (given: unknown) => Promise<unknown>>>;
  const [group, procedure] = path.split('.') as [string, string];
  return caller[group]![procedure]!(input);
}

const withText = PATHS.flatMap((path) =>
  stringInputs(path, PROCEDURES[path]!.input?.(alpha) ?? {}).map((each) => ({ ...each, procedure: path })),
);

test('most procedures take a text somewhere', () => {
  expect(new Set(withText.map(({ procedure }) => procedure)).size).toBeGreaterThan(50);
  expect(withText.map(({ procedure, path }) => `${procedure} ${path}`)).toEqual(
    expect.arrayContaining([
      'compare.releases a',
      'security.revokeSession id',
      'session.switchTo organisationId',
    ]),
  );
});

test.each(withText)(
  '$procedure: whatever stands in $path, nothing breaks',
  async ({ procedure, ...input }) => {
    for (const text of HOSTILE) {
      const code = await ask(procedure, input.with(text)).then(
        () => 'OK',
        (cause: { code?: string; message: string }) => cause.code ?? cause.message,
      );
      const expected = /[\0\p{Surrogate}]/u.test(text)
        ? ['BAD_REQUEST']
        : ['OK', 'BAD_REQUEST', 'NOT_FOUND', 'CONFLICT', 'FORBIDDEN', 'TOO_MANY_REQUESTS'];
      expect(expected, `${code} for ${JSON.stringify(text.slice(0, 20))}`).toContain(code);
    }
  },
);
