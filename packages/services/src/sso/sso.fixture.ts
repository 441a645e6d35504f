import { tables } from '@ascent/db';
import type { Context } from '../context';
import { createSeal } from '../secret/seal';
import { createAuth } from '../sign-in/auth';
import { authBrowser, partnerActor, startNameServer, syncTestPartners, type TestPlatform } from '../testing';
import { createUser } from '../user/create';
import { domainRecord } from './our-addresses';
import { proveSsoDomain } from './prove-domain';

const PASSWORD = 'a password to pass';

/** Two partners with an admin each, a name server, and a browser at the portal. */
export async function ssoFixture(stores: TestPlatform, identityProviders: string[]) {
  const { platform, config } = stores;
  const home = config.portalAddress;
  const auth = createAuth({
    platform,
    secret: config.secret,
    baseUrl: home,
    trustedOrigins: [home, config.campaignsAddress],
    identityProviders,
  });
  await syncTestPartners(stores, ['p1', 'p2']);
  const records = new Map<string, string>();
  const names = await startNameServer(records);

  const user = async (
    email: string,
    partnerId: string,
    roles: Parameters<typeof createUser>[1]['roles'] = [],
  ) => (await createUser(platform, { email, name: email, password: PASSWORD, partnerId, roles })).userId;
  const admin = async (partnerId: string): Promise<Context> => {
    const email = `admin@${partnerId}.example`;
    const userId = await user(email, partnerId, [{ role: 'account-admin', scope: '*' }]);
    return { platform, actor: partnerActor(partnerId, { userId, email }) };
  };
  const prove = async (context: Context, domain: string, id: string) => {
    const { name, value } = domainRecord(domain, id);
    records.set(name, value);
    await proveSsoDomain(context, id, names.resolver);
  };
  const start = async (given: { email?: string; providerId?: string }) => {
    const browser = authBrowser(auth, { home });
    const body = { ...given, callbackURL: `${home}/accounts`, errorCallbackURL: `${home}/sign-in/refused` };
    const answer = await browser.send('/sign-in/sso', body);
    const { url, code } = (await answer.json()) as { url: string; code?: string };
    return { browser, status: answer.status, url, code };
  };
  return {
    auth,
    home,
    places: { portalAddress: home, identityProviders, seal: createSeal(config.secret) },
    records,
    resolver: names.resolver,
    p1: await admin('p1'),
    p2: await admin('p2'),
    user,
    prove,
    start,
    password: (email: string) =>
      authBrowser(auth, { home }).send('/sign-in/email', { email, password: PASSWORD }),
    reset: async () => {
      await stores.owner.delete(tables.rateLimit);
      await stores.owner.delete(tables.ssoProvider);
      await stores.owner.delete(tables.account);
      await stores.owner.delete(tables.session);
    },
    close: names.close,
  };
}
