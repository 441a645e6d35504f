import { tables, withTenant } from '@ascent/db';
import { releaseMail } from '@ascent/email';
import { eq, ne } from 'drizzle-orm';
import type { Platform } from '../context';
import { queueMail } from '../mail/queue';
import { Preferences } from '../preference/preferences';
import { shownRelease } from '../release/shown';
import { tell } from './tell';

/** Tells everybody of every partner of the release they can see now, once each, and by mail who wants that. */
export async function announceRelease(
  platform: Pick<Platform, 'app' | 'auth' | 'queue'>,
  portalAddress: string,
): Promise<{ releaseId: string | null; told: number }> {
  const release = await shownRelease(platform.app);
  if (!release) return { releaseId: null, told: 0 };
  const people = await platform.auth
    .select({
      partnerId: tables.member.organizationId,
      userId: tables.user.id,
      name: tables.user.name,
      email: tables.user.email,
    })
    .from(tables.member)
    .innerJoin(tables.user, eq(tables.user.id, tables.member.userId))
    .where(ne(tables.member.organizationId, 'host'));
  const partners = new Set(people.map((person) => person.partnerId));
  let told = 0;
  for (const partnerId of partners) {
    const members = people.filter((person) => person.partnerId === partnerId);
    const fresh = await tell(
      platform.app,
      partnerId,
      members.map(({ userId }) => userId),
      {
        kind: 'release',
        detail: { period: release.period },
        href: '/',
        cause: `release ${release.id}`,
      },
    );
    told += fresh.length;
    const wishes = await mailWishes(platform, partnerId);
    for (const { userId, name, email } of members) {
      if (!fresh.includes(userId) || wishes.get(userId) === false) continue;
      const url = new URL('/', portalAddress).href;
      await queueMail(platform.queue, { to: email, ...releaseMail({ name, period: release.period, url }) });
    }
  }
  return { releaseId: release.id, told };
}

async function mailWishes({ app }: Pick<Platform, 'app'>, partnerId: string): Promise<Map<string, boolean>> {
  const rows = await withTenant(app, partnerId, (tx) => tx.select().from(tables.preference));
  return new Map(
    rows.map(({ userId, document }) => [userId, Preferences.safeParse(document).data?.mail.release ?? true]),
  );
}
