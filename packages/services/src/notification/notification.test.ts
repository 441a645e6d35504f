import { afterAll, describe, expect, inject, test } from 'vitest';
import { changePreferences } from '../preference/preferences';
import { freshPlatform, partnerActor, publishRelease, queuedMails, syncTestPartners } from '../testing';
import { createUser } from '../user/create';
import { announceRelease } from './announce-release';
import { listNotifications, readNotifications } from './list';
import { tell } from './tell';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform } = stores;
afterAll(stores.drop);
const PORTAL = 'http://portal.test';
await syncTestPartners(stores, ['p1', 'p2']);
async function person(partnerId: string, name: string) {
  const email = `${name}@${partnerId}.example`;
  const said = { email, name, password: 'a password to pass', partnerId, roles: [] };
  const { userId } = await createUser(platform, said);
  return { platform, actor: partnerActor(partnerId, { userId, email, name }) };
}
const ada = await person('p1', 'ada');
const quiet = await person('p1', 'quiet');
const bob = await person('p2', 'bob');
const hans = await person('host', 'hans');
await changePreferences(quiet, { mail: { release: false, feedback: true } });

describe('a release', () => {
  test('that is not there is announced to nobody', async () => {
    expect(await announceRelease(platform, PORTAL)).toEqual({ releaseId: null, told: 0 });
    expect(await queuedMails(platform.queue)).toEqual([]);
  });

  test('is told once to everybody of every partner, and by mail to who wants that', async () => {
    await publishRelease(stores, { id: '2026-10.1' });
    expect(await announceRelease(platform, PORTAL)).toEqual({ releaseId: '2026-10.1', told: 3 });
    for (const who of [ada, quiet, bob])
      expect(await listNotifications(who)).toMatchObject({
        ...{
          unread: 1,
          lines: [{ kind: 'release', detail: { period: '2026-10' }, href: '/', isRead: false }],
        },
      });
    expect((await listNotifications(hans)).lines).toEqual([]);
    const mails = await queuedMails(platform.queue);
    expect(mails.map(({ to }) => to).sort()).toEqual(['ada@p1.example', 'bob@p2.example']);
    for (const { text } of mails) expect(text).toContain(PORTAL);
  });

  test('that is announced again is told to nobody again, but to who has come since', async () => {
    expect(await announceRelease(platform, PORTAL)).toMatchObject({ told: 0 });
    const late = await person('p2', 'late');
    expect(await announceRelease(platform, PORTAL)).toMatchObject({ told: 1 });
    expect(await listNotifications(late)).toMatchObject({ unread: 1 });
    expect(await listNotifications(ada)).toMatchObject({ unread: 1 });
    expect((await queuedMails(platform.queue)).map(({ to }) => to)).toEqual(['late@p2.example']);
  });

  test('that is announced twice at the same moment is told once', async () => {
    await publishRelease(stores, { id: '2026-11.1' });
    const told = await Promise.all([announceRelease(platform, PORTAL), announceRelease(platform, PORTAL)]);
    expect(told.reduce((sum, each) => sum + each.told, 0)).toBe(4);
    expect(await listNotifications(ada)).toMatchObject({ unread: 2 });
    expect((await queuedMails(platform.queue)).map(({ to }) => to).sort()).toEqual([
      ...['ada@p1.example', 'bob@p2.example', 'late@p2.example'],
    ]);
  });
});

describe('what one is told', () => {
  const telling = (cause: string) => ({
    ...{
      kind: 'feedback' as const,
      detail: { account: 'Orvalho', accepted: 1 },
      href: '/accounts/a1',
      cause,
    },
  });

  test('is one’s own: neither a colleague’s nor another tenant’s', async () => {
    await tell(platform.app, 'p1', [ada.actor.userId], telling('own'));
    const kinds = async (who: typeof ada) => (await listNotifications(who)).lines.map(({ kind }) => kind);
    expect(await kinds(ada)).toContain('feedback');
    const elsewhere = { platform, actor: partnerActor('p2', { userId: ada.actor.userId }) };
    for (const other of [quiet, bob, elsewhere]) expect(await kinds(other)).not.toContain('feedback');
  });

  test('counts as unread until it is read, and reading is one’s own as well', async () => {
    const before = await listNotifications(quiet);
    await readNotifications(ada);
    const { unread, lines } = await listNotifications(ada);
    expect([unread, lines.every(({ isRead }) => isRead), lines.length > 0]).toEqual([0, true, true]);
    expect(await listNotifications(quiet)).toEqual(before);
    await tell(platform.app, 'p1', [ada.actor.userId], telling('later'));
    expect((await listNotifications(ada)).unread).toBe(1);
  });

  test('is the newest thirty; the count is of all', async () => {
    for (let at = 0; at < 35; at++) await tell(platform.app, 'p2', [bob.actor.userId], telling(`n${at}`));
    const { unread, lines } = await listNotifications(bob);
    expect([unread, lines.length]).toEqual([37, 30]);
    const days = lines.map(({ createdAt }) => createdAt);
    expect([...days].sort().reverse()).toEqual(days);
  });
});
