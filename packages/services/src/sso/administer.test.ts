import { tables } from '@ascent/db';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import { verifyAudit } from '../audit/verify';
import { acceptInvite } from '../invite/accept';
import { createInvite } from '../invite/create';
import { freshPlatform, hostActor, queuedMails, startOidcProvider } from '../testing';
import { addSso } from './add';
import { openedConfig, sealClientSecrets } from './client-secret';
import { enforceSso } from './enforce';
import { listSso } from './list';
import { proveSsoDomain } from './prove-domain';
import { removeSso } from './remove';
import type { NewSso } from './schemas';
import { ssoFixture } from './sso.fixture';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform, owner } = stores;
const idp = await startOidcProvider();
const at = await ssoFixture(stores, [idp.issuer]);
afterAll(async () => {
  await Promise.all([idp.close(), at.close()]);
  await stores.drop();
});
const userId = await at.user('member@p1.example', 'p1');
afterEach(async () => {
  await owner.delete(tables.rateLimit);
  await owner.delete(tables.ssoProvider);
  await owner.delete(tables.session);
  at.records.clear();
});

const input = (over: object = {}) =>
  ({
    kind: 'oidc',
    domain: 'p1.example',
    clientId: 'ascent',
    clientSecret: 'the secret of the client',
    issuer: idp.issuer,
    ...over,
  }) as NewSso;
const add = (context = at.p1, over: object = {}) => addSso(context, input(over), at.places);
const tie = (providerId: string) =>
  platform.auth.insert(tables.account).values({ id: providerId, accountId: 's', providerId, userId });

describe('an account admin', () => {
  test('sets it up, and never sees its secret again', async () => {
    const { id } = await add();
    const lines = await listSso(at.p1, at.home);
    expect(lines).toEqual([
      {
        id,
        kind: 'oidc',
        domain: 'p1.example',
        issuer: idp.issuer,
        domainVerified: false,
        enforced: false,
        canEnforce: true,
        people: 0,
        record: { name: '_ascent-sign-on.p1.example', value: `ascent-sign-on=${id}` },
        ours: { redirectUrl: `${at.home}/api/auth/sso/callback/${id}` },
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain('the secret of the client');
    const entries = await owner.select().from(tables.auditEntry);
    expect(JSON.stringify(entries)).not.toContain('the secret of the client');
    expect((await verifyAudit(platform.host)).broken).toEqual([]);
  });

  test('has it kept closed in the table; what an earlier version kept readable is closed too, once', async () => {
    const { id } = await add();
    const stored = async () => JSON.stringify(await owner.select().from(tables.ssoProvider));
    expect(await stored()).not.toContain('the secret of the client');
    const readable = JSON.stringify({ clientId: 'ascent', clientSecret: 'a readable secret' });
    await owner.update(tables.ssoProvider).set({ oidcConfig: readable });
    const seal = () => sealClientSecrets(platform.auth, stores.config.secret);
    expect([await seal(), await seal()]).toEqual([{ sealed: 1 }, { sealed: 0 }]);
    expect(await stored()).not.toContain('a readable secret');
    const [row] = await owner.select().from(tables.ssoProvider);
    expect(openedConfig(row!.oidcConfig!, id, at.places.seal)).toBe(readable);
  });

  test.each([
    ['an issuer that is none', { issuer: `${'http://127.0.0.1'}:1` }, 'invalid'],
    ['one in a private network that the host did not name', { issuer: 'https://127.0.0.1:9' }, 'invalid'],
    ['one that is not encrypted', { issuer: 'http://idp.example' }, 'invalid'],
  ])('is refused %s', async (_what, over, code) => {
    await expect(add(at.p1, over)).rejects.toMatchObject({ code });
    expect(await owner.select().from(tables.ssoProvider)).toEqual([]);
  });

  test('is refused a second one of the same domain', async () => {
    await add();
    await expect(add()).rejects.toMatchObject({ code: 'conflict' });
  });

  test('proves the domain by a record of it, and by that alone', async () => {
    const { id } = await add();
    const prove = () => proveSsoDomain(at.p1, id, at.resolver);
    await expect(prove()).rejects.toMatchObject({ code: 'conflict' });
    at.records.set('_ascent-sign-on.p1.example', 'ascent-sign-on=another');
    await expect(prove()).rejects.toMatchObject({ code: 'conflict' });
    at.records.set('_ascent-sign-on.p1.example', `ascent-sign-on=${id}`);
    await prove();
    expect(await listSso(at.p1, at.home)).toMatchObject([{ domainVerified: true }]);
  });

  test('does not prove a domain that another organisation has proven', async () => {
    const ours = await add();
    await at.prove(at.p1, 'p1.example', ours.id);
    const theirs = await add(at.p2);
    await expect(at.prove(at.p2, 'p1.example', theirs.id)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('of another organisation, or who is none, is told that it is not there', async () => {
    const { id } = await add();
    const member = { platform, actor: { ...at.p1.actor, userId } };
    for (const context of [at.p2, member]) {
      await expect(proveSsoDomain(context, id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(enforceSso(context, { id, enforced: false })).rejects.toMatchObject({ code: 'not-found' });
      await expect(removeSso(context, id)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await listSso(at.p2, at.home)).toEqual([]);
    await expect(listSso(member, at.home)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('removes it with its ties', async () => {
    const { id } = await add();
    await tie(id);
    await removeSso(at.p1, id);
    expect(await listSso(at.p1, at.home)).toEqual([]);
    expect(await owner.select().from(tables.account).where(eq(tables.account.providerId, id))).toEqual([]);
  });
});

describe('once it is the only way', () => {
  const enforced = async () => {
    const { id } = await add();
    await at.prove(at.p1, 'p1.example', id);
    await tie(id);
    await enforceSso(at.p1, { id, enforced: true });
    return id;
  };

  test('a password of any address of the domain gets one answer, whether it exists or not', async () => {
    await enforced();
    const known = await at.password('member@p1.example');
    const unknown = await at.password('nobody@p1.example');
    expect([known.status, unknown.status]).toEqual([403, 403]);
    const said = await known.json();
    expect(said).toMatchObject({ code: 'SSO_REQUIRED' });
    expect(await unknown.json()).toEqual(said);
    expect((await at.password('admin@p2.example')).status).toBe(200);
  });

  test('sessions that a password opened end, the acting admin’s own too; those opened through it stay', async () => {
    const { id } = await add();
    await at.prove(at.p1, 'p1.example', id);
    await tie(id);
    const adminId = at.p1.actor.userId;
    const elsewhere = at.p2.actor.userId;
    const session = (name: string, of: string, ssoProviderId: string | null = null) =>
      owner.insert(tables.session).values({
        ...{ id: name, token: name, userId: of, ssoProviderId },
        expiresAt: new Date(Date.now() + 3_600_000),
      });
    await session('by password', userId);
    await session('by another provider', userId, 'another');
    await session('by this one', userId, id);
    await session('admin by password', adminId);
    await session('admin by this one', adminId, id);
    await session('of another domain', elsewhere);
    await enforceSso(at.p1, { id, enforced: true });
    const left = (await owner.select().from(tables.session)).map((each) => each.id);
    expect(left.sort()).toEqual(['admin by this one', 'by this one', 'of another domain']);
    expect(await owner.select().from(tables.auditEntry)).toContainEqual(
      expect.objectContaining({ action: 'sso.enforce', subject: id, detail: { sessionsEnded: 3 } }),
    );
  });

  test('an invitation is not taken with a password', async () => {
    await enforced();
    const invite = {
      email: 'neu@p1.example',
      name: 'Neu',
      roles: [{ role: 'report-viewer' as const, scope: '*' }],
    };
    const { id } = await createInvite(at.p1, invite, at.home);
    const mail = (await queuedMails(platform.queue)).find(({ to }) => to === 'neu@p1.example');
    const token = /\/invitation\/([\w-]+)/.exec(mail!.text)![1]!;
    const taken = acceptInvite(platform, { id, token, name: 'Neu', password: 'a password to pass' });
    await expect(taken).rejects.toMatchObject({ code: 'conflict' });
  });

  test('is taken back by the admin', async () => {
    const id = await enforced();
    await enforceSso(at.p1, { id, enforced: false });
    expect((await at.password('member@p1.example')).status).toBe(200);
  });

  test('it is so only after one sign-in through it has worked, of a proven domain', async () => {
    const { id } = await add();
    await tie(id);
    const on = () => enforceSso(at.p1, { id, enforced: true });
    await expect(on()).rejects.toMatchObject({ code: 'conflict' });
    await at.prove(at.p1, 'p1.example', id);
    await owner.delete(tables.account).where(eq(tables.account.providerId, id));
    await expect(on()).rejects.toMatchObject({ code: 'conflict' });
  });

  test('the host’s own staff keep their password', async () => {
    const hans = { platform, actor: hostActor() };
    await at.user('hans@host.example', 'host');
    await owner.insert(tables.user).values({ id: 'hans', name: 'Hans', email: 'h@host.example' });
    const { id } = await add(hans, { domain: 'host.example' });
    await at.prove(hans, 'host.example', id);
    await tie(id);
    await expect(enforceSso(hans, { id, enforced: true })).rejects.toMatchObject({ code: 'invalid' });
    await owner.update(tables.ssoProvider).set({ enforced: true });
    expect((await at.password('hans@host.example')).status).toBe(200);
  });
});
