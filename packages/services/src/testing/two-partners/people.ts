import { randomUUID } from 'node:crypto';
import { tables } from '@ascent/db';
import { sql } from 'drizzle-orm';
import { actorOf } from '../../access/actor';
import { freezeAudience } from '../../audience/freeze';
import { requestAudience } from '../../audience/request';
import { grantAccess } from '../../distribution/grant';
import { giveFeedback } from '../../feedback/feedback';
import { createInvite } from '../../invite/create';
import { createKey } from '../../key/keys';
import { addAccountNote } from '../../note/notes';
import { tell } from '../../notification/tell';
import { changeSettings, OrganisationSettings } from '../../setting/settings';
import { openTicket } from '../../ticket/open';
import { createUser } from '../../user/create';
import type { Role } from '../../user/role';
import { saveView } from '../../view/save';
import { syncTestPartners } from '../partners';
import type { TestPlatform } from '../platform';
import { queuedMails } from '../queued-mails';
import { ALPHA, BRAVO, releaseOfTwo } from './release';

export const DISTRIBUTOR = 'distro';
export const PASSWORD = 'a password to pass';
const PORTAL = 'http://portal.test';
const everything: Role[] = ['executive-report-viewer', 'campaign-manager', 'account-admin'];

/** A day a month ahead. */
export const nextMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** Two partners and a distributor with their people, a release, and one of everything that Alpha's people can make. */
export async function twoPartners(stores: TestPlatform) {
  const { platform, jobs } = stores;
  await syncTestPartners(stores, [ALPHA, BRAVO, DISTRIBUTOR]);
  await platform.host.insert(tables.location).values([
    { partnerId: ALPHA, locationId: 'L1', name: `${ALPHA} one` },
    { partnerId: ALPHA, locationId: 'L2', name: `${ALPHA} two` },
    { partnerId: BRAVO, locationId: 'B1', name: 'Bravo one' },
  ]);
  await releaseOfTwo(stores);
  const person = async (partnerId: string, name: string, grants: [Role, string][]) => {
    const email = `${name}@${partnerId}.example`;
    const roles = grants.map(([role, scope]) => ({ role, scope }));
    const said = { email, name: `${name} ${partnerId}`, password: PASSWORD, partnerId, roles };
    const { userId } = await createUser(platform, said);
    const session = { userId, name: said.name, email };
    const at = (activeOrganizationId: string) => actorOf(platform, { ...session, activeOrganizationId });
    return { actor: await at(partnerId), at };
  };
  const whole = everything.map((role): [Role, string] => [role, '*']);
  const [ada, lou, vera, bob, dee] = [
    await person(ALPHA, 'ada', whole),
    await person(ALPHA, 'lou', [['executive-report-viewer', 'L1']]),
    await person(ALPHA, 'vera', [['report-viewer', '*']]),
    await person(BRAVO, 'bob', whole),
    await person(DISTRIBUTOR, 'dee', whole),
  ];
  const admin = { platform, actor: ada.actor };
  const account = `${ALPHA}-1`;
  const access = await grantAccess(admin, {
    ...{ distributorId: DISTRIBUTOR, seesSensitive: true, expiresAt: nextMonth() },
  });
  const view = await saveView(admin, {
    ...{ name: `${ALPHA} view`, query: `q=${ALPHA}`, audience: 'team', isDefault: false },
  });
  const note = await addAccountNote(admin, { accountId: account, body: `${ALPHA} note` });
  const feedback = await giveFeedback(admin, {
    ...{ accountId: account, subject: 'City', claimedValue: `${ALPHA} claim`, comment: `${ALPHA} comment` },
  });
  const key = await createKey(admin, {
    ...{ name: `${ALPHA} key`, scopes: ['accounts:read', 'reports:read', 'audiences:read'], expiresAt: null },
  });
  const roles = [{ role: 'report-viewer' as const, scope: '*' }];
  const invite = await createInvite(admin, { email: `new@${ALPHA}.example`, name: ALPHA, roles }, PORTAL);
  const mails = await queuedMails(platform.queue);
  const inviteToken = mails.map(({ text }) => /\/invitation\/([\w-]+)/.exec(text)?.[1]).find(Boolean)!;
  const ticket = await openTicket(admin, {
    ...{ topic: 'portal', problemType: 'report', severity: 'moderate' },
    ...{ summary: `${ALPHA} asks`, details: `${ALPHA} asks at length` },
  });
  const audience = await requestAudience(admin, {
    cohort: 'staffed',
    clusters: [],
    name: `${ALPHA} audience`,
  });
  await freezeAudience(
    { db: platform.app, warehouse: jobs },
    { audienceId: audience.id, partnerId: ALPHA, locations: '*' },
  );
  await tell(platform.app, ALPHA, [ada.actor.userId], {
    ...{ kind: 'feedback', detail: { account: `${ALPHA} company 1`, accepted: 1 } },
    ...{ href: `/accounts/${account}`, cause: 'a' },
  });
  await changeSettings(admin, OrganisationSettings.parse({ logo: `data:image/png;base64,${ALPHA}` }));
  const session = { id: randomUUID(), userId: ada.actor.userId, token: randomUUID() };
  const expiresAt = new Date(Date.now() + 3_600_000);
  await platform.auth.insert(tables.session).values({ ...session, expiresAt, userAgent: `${ALPHA} browser` });
  const ssoId = `${ALPHA}-sso`;
  await platform.auth.insert(tables.ssoProvider).values({
    ...{ id: ssoId, providerId: ssoId, issuer: `https://idp.${ALPHA}.example`, domain: `${ALPHA}.example` },
    organizationId: ALPHA,
  });
  return {
    actors: {
      /** May everything at Alpha. */
      ada: ada.actor,
      /** Every column, of one location of Alpha only. */
      lou: lou.actor,
      /** All of Alpha, without what is sensitive. */
      vera: vera.actor,
      /** May everything at Bravo. */
      bob: bob.actor,
      /** May everything at the distributor, and looks at Alpha's rows. */
      via: await dee.at(ALPHA),
    },
    ids: {
      ...{ account, otherAccount: `${ALPHA}-2`, userId: lou.actor.userId, ssoId, sessionId: session.id },
      ...{ access: access.id, view: view.id, note: note.id, feedback: feedback.id, key: key.id },
      ...{ invite: invite.id, ticket: ticket.id, audience: audience.id },
    },
    /** Never to be seen again by anybody. */
    secrets: { keyToken: key.token, inviteToken, sessionToken: session.token },
  };
}

/** Everything that Postgres keeps of an organisation, as one text: equal before and after, nothing was changed. */
export async function allOf({ owner }: Pick<TestPlatform, 'owner'>, partnerId: string): Promise<string> {
  const found = await owner.execute(sql`
    select table_schema as schema, table_name as name, column_name as key from information_schema.columns
    where column_name in ('partner_id', 'organization_id') and table_schema not in ('pg_catalog', 'information_schema')
    order by 1, 2`);
  const texts: string[] = [];
  for (const { schema, name, key } of found.rows as Record<'schema' | 'name' | 'key', string>[]) {
    const table = sql`${sql.identifier(schema)}.${sql.identifier(name)}`;
    const rows = await owner.execute(sql`
      select t::text as row from ${table} t where ${sql.identifier(key)} = ${partnerId} order by 1`);
    texts.push(`${name}: ${JSON.stringify(rows.rows)}`);
  }
  const sessions = await owner.select().from(tables.session).orderBy(tables.session.id);
  return [...texts, JSON.stringify(sessions)].join('\n');
}
export type TwoPartners = Awaited<ReturnType<typeof twoPartners>>;
