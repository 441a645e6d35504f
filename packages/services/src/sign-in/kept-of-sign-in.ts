import type { BetterAuthOptions } from 'better-auth';

type Hooks = NonNullable<BetterAuthOptions['databaseHooks']>;
type BeforeSession = NonNullable<NonNullable<NonNullable<Hooks['session']>['create']>['before']>;

/** Only sign-in by an identity provider opens sessions below this path, and it names the provider there. */
const SSO = '/sso/';

/** A session remembers the identity provider it was opened through, so that all others can be ended. */
export const openedBy: BeforeSession = async (session, context) => {
  const providerId: unknown = context?.path.startsWith(SSO) ? context.params?.providerId : undefined;
  return { data: { ...session, ssoProviderId: typeof providerId === 'string' ? providerId : null } };
};

/** A provider's tokens have done their work once somebody is signed in: nothing here asks it anything later. */
export async function withoutTokens<T extends object>(account: T) {
  return { data: { ...account, accessToken: null, refreshToken: null, idToken: null } };
}
