import { randomUUID } from 'node:crypto';
import { tables } from '@ascent/db';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { verifyAudit } from '../audit/verify';
import type { Context } from '../context';
import { freshPlatform, partnerActor, queuedMails, syncTestPartners } from '../testing';
import { createUser } from '../user/create';
import { acceptInvite, joinByInvite } from './accept';
import { createInvite } from './create';
import { getInvite } from './get';
import { listInvites } from './list';
import { revokeInvite } from './revoke';
import type { NewInvite } from './schemas';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform, owner } = stores;
afterAll(stores.drop);

const PORTAL = 'http://portal.test';
const PASSWORD = 'a password to pass';
await syncTestPartners(stores, ['p1', 'p2']);
await platform.host.insert(tables.location).values([
  { partnerId: 'p1', locationId: 'L1', name: 'São Paulo' },
  { partnerId: 'p2', locationId: 'L2', name: 'Lisbon' },
]);

let admin: Context;
let other: Context;
async function adminOf(partnerId: string): Promise<Context> {
  const email = `admin@${partnerId}.example`;
  const roles = [{ role: 'account-admin' as const, scope: '*' }];
  const { userId } = await createUser(platform, { email, name: 'Ada', password: PASSWORD, partnerId, roles });
  return { platform, actor: partnerActor(partnerId, { userId, email }) };
}
beforeEach(async () => {
  [admin, other] = [await adminOf('p1'), await adminOf('p2')];
});
afterEach(async () => {
  await queuedMails(platform.queue);
  await owner.delete(tables.invite);
  await owner.delete(tables.roleGrant);
  await owner.delete(tables.user);
});

const NEW: NewInvite = {
  email: 'Neu@p1.example',
  name: 'Neu Mann',
  roles: [
    { role: 'report-viewer', scope: 'L1' },
    { role: 'campaign-manager', scope: '*' },
  ],
};
/** Invites and reads the mail. */
async function invited(by = admin, over: Partial<NewInvite> = {}) {
  const { id } = await createInvite(by, { ...NEW, ...over }, PORTAL);
  const mails = await queuedMails(platform.queue);
  const token = /\/invitation\/([\w-]+)/.exec(mails.at(-1)!.text)![1]!;
  return { id, token, mail: mails.at(-1)! };
}
const accept = ({ id, token }: { id: string; token: string }) =>
  acceptInvite(platform, { id, token, name: 'Neu', password: PASSWORD });
const userOf = async (email: string) =>
  (await owner.select().from(tables.user).where(eq(tables.user.email, email)))[0];
async function outsider(email: string) {
  const { userId } = await createUser(platform, {
    email,
    name: 'Eve',
    password: PASSWORD,
    partnerId: 'p2',
    roles: [],
  });
  return { userId };
}

describe('an invitation', () => {
  test('is mailed to the address, and makes a verified user with its roles and no more', async () => {
    const { id, token, mail } = await invited();
    expect(mail.to).toBe('neu@p1.example');
    expect(await getInvite(platform, token)).toMatchObject({
      id,
      state: 'open',
      email: 'neu@p1.example',
      partnerName: 'Partner p1',
      hasUser: false,
      sso: null,
    });
    expect(await accept({ id, token })).toEqual({ email: 'neu@p1.example' });
    const user = await userOf('neu@p1.example');
    expect(user).toMatchObject({ name: 'Neu', emailVerified: true });
    const grants = await owner.select().from(tables.roleGrant).where(eq(tables.roleGrant.userId, user!.id));
    expect(grants.map(({ partnerId, role, scope }) => [partnerId, role, scope]).sort()).toEqual([
      ['p1', 'campaign-manager', '*'],
      ['p1', 'report-viewer', 'L1'],
    ]);
    const members = await owner.select().from(tables.member).where(eq(tables.member.userId, user!.id));
    expect(members.map((each) => each.organizationId)).toEqual(['p1']);
  });

  test('lasts 72 hours, and the table does not know its token', async () => {
    const { token } = await invited();
    const [row] = await owner.select().from(tables.invite);
    expect(row!.expiresAt.getTime() - row!.createdAt.getTime()).toBeLessThanOrEqual(72 * 3_600_000 + 1000);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain(token);
    const entries = await owner.select().from(tables.auditEntry);
    expect(JSON.stringify(entries)).not.toContain(token);
  });

  test('gives somebody who signs in already one organisation more, under that very address', async () => {
    const { userId } = await outsider('neu@p1.example');
    const { id, token } = await invited();
    expect(await getInvite(platform, token)).toMatchObject({ hasUser: true });
    await expect(accept({ id, token })).rejects.toMatchObject({ code: 'conflict' });
    expect(await joinByInvite(platform, { userId }, { id, token })).toEqual({ partnerId: 'p1' });
    const members = await owner.select().from(tables.member).where(eq(tables.member.userId, userId));
    expect(members.map((each) => each.organizationId).sort()).toEqual(['p1', 'p2']);
  });

  test('is listed until it is taken, taken back, or replaced by a later one', async () => {
    const first = await invited();
    const second = await invited();
    expect((await listInvites(admin)).map(({ id }) => id)).toEqual([second.id]);
    await expect(accept(first)).rejects.toMatchObject({ code: 'conflict' });
    await accept(second);
    expect(await listInvites(admin)).toEqual([]);
    await expect(invited()).rejects.toMatchObject({ code: 'conflict' });
  });

  test('is on record, as is all that becomes of it', async () => {
    const first = await invited();
    await revokeInvite(admin, first.id);
    await accept(await invited());
    const entries = await owner.select().from(tables.auditEntry).where(eq(tables.auditEntry.partnerId, 'p1'));
    const actions = entries.map(({ action }) => action).filter((action) => action.startsWith('invite.'));
    expect(actions).toEqual(
      expect.arrayContaining(['invite.create', 'invite.revoke', 'invite.create', 'invite.accept']),
    );
    expect((await verifyAudit(platform.host)).broken).toEqual([]);
  });
});

describe('is refused', () => {
  const nothingMade = async () => expect(await userOf('neu@p1.example')).toBe(undefined);

  test('when it was used', async () => {
    const used = await invited();
    await accept(used);
    const before = await owner.select().from(tables.account);
    await expect(accept(used)).rejects.toMatchObject({ code: 'conflict' });
    const user = await userOf('neu@p1.example');
    await expect(joinByInvite(platform, { userId: user!.id }, used)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await owner.select().from(tables.account)).toEqual(before);
  });

  test('by all but one of those who take it at once', async () => {
    const link = await invited();
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => accept(link)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const entries = await owner
      .select()
      .from(tables.auditEntry)
      .where(eq(tables.auditEntry.subject, link.id));
    expect(entries.filter(({ action }) => action === 'invite.accept')).toHaveLength(1);
  });

  test('when it has expired', async () => {
    const late = await invited();
    await owner.update(tables.invite).set({ expiresAt: new Date(Date.now() - 1000) });
    expect(await getInvite(platform, late.token)).toMatchObject({ state: 'expired' });
    await expect(accept(late)).rejects.toMatchObject({ code: 'conflict' });
    await nothingMade();
  });

  test('when it was taken back', async () => {
    const revoked = await invited();
    await revokeInvite(admin, revoked.id);
    expect(await getInvite(platform, revoked.token)).toMatchObject({ state: 'revoked' });
    await expect(accept(revoked)).rejects.toMatchObject({ code: 'conflict' });
    await nothingMade();
  });

  test('to somebody who is signed in under another address, or under one that is not verified', async () => {
    const eve = await outsider('eve@p1.example');
    const link = await invited();
    await expect(joinByInvite(platform, eve, link)).rejects.toMatchObject({ code: 'not-found' });
    const neu = await outsider('neu@p1.example');
    await owner.update(tables.user).set({ emailVerified: false }).where(eq(tables.user.id, neu.userId));
    await expect(joinByInvite(platform, neu, link)).rejects.toMatchObject({ code: 'not-found' });
    const members = await owner.select().from(tables.member).where(eq(tables.member.organizationId, 'p1'));
    expect(members).toHaveLength(1);
  });

  test('when the page shows one invitation and the token is of another', async () => {
    const ours = await invited();
    const theirs = await invited(other, {
      email: 'x@p2.example',
      roles: [{ role: 'account-admin', scope: '*' }],
    });
    for (const mixed of [
      { id: ours.id, token: theirs.token },
      { id: theirs.id, token: ours.token },
    ])
      await expect(accept(mixed)).rejects.toMatchObject({ code: 'not-found' });
    await nothingMade();
  });

  test('when the token is guessed, or is its hash', async () => {
    const { id } = await invited();
    const [row] = await owner.select().from(tables.invite);
    for (const token of [randomUUID(), row!.tokenHash, "' OR 1=1", '%']) {
      await expect(getInvite(platform, token)).rejects.toMatchObject({ code: 'not-found' });
      await expect(accept({ id, token })).rejects.toMatchObject({ code: 'not-found' });
    }
    await nothingMade();
  });

  test('for more than one has to give: as host staff, at another’s location, in an unknown role', async () => {
    for (const role of ['host-staff', 'owner'])
      await expect(
        createInvite(admin, { ...NEW, roles: [{ role, scope: '*' }] } as unknown as NewInvite, PORTAL),
      ).rejects.toMatchObject({ name: 'ZodError' });
    for (const scope of ['L2', 'p2'])
      await expect(
        createInvite(admin, { ...NEW, roles: [{ role: 'report-viewer', scope }] }, PORTAL),
      ).rejects.toMatchObject({ code: 'invalid' });
    expect(await queuedMails(platform.queue)).toEqual([]);
    expect(await owner.select().from(tables.invite)).toEqual([]);
  });

  test('to whoever is no account admin of the whole organisation, from the moment the right is taken', async () => {
    const { id } = await invited();
    await owner.update(tables.roleGrant).set({ scope: 'L1' }).where(eq(tables.roleGrant.partnerId, 'p1'));
    await expect(createInvite(admin, NEW, PORTAL)).rejects.toMatchObject({ code: 'not-found' });
    await expect(listInvites(admin)).rejects.toMatchObject({ code: 'not-found' });
    await expect(revokeInvite(admin, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('to another organisation’s admin, who sees and ends none of ours', async () => {
    const { id } = await invited();
    expect(await listInvites(other)).toEqual([]);
    await expect(revokeInvite(other, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('with a password that is too short', async () => {
    const link = await invited();
    const short = acceptInvite(platform, { ...link, name: 'Neu', password: 'too short' });
    await expect(short).rejects.toMatchObject({ name: 'ZodError' });
    await nothingMade();
  });
});
