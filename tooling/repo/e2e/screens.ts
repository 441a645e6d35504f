import type { Page } from 'playwright';
import { inject } from 'vitest';

const { portal, campaigns } = inject('served');

export type Who = 'nobody' | 'ada' | 'hans';
/** How to get to a route: an address, or a way to find one. */
export type Way = { who: Who; address: string | ((page: Page) => Promise<string>) };

export const SCREENS: Record<'portal' | 'campaigns', Record<string, Way>> = {
  portal: {
    '/sign-in': { who: 'nobody', address: '/sign-in' },
    '/sign-in/code': { who: 'nobody', address: '/sign-in/code' },
    '/sign-in/sso': { who: 'nobody', address: '/sign-in/sso' },
    '/sign-in/refused': { who: 'nobody', address: '/sign-in/refused?error=NOT_INVITED' },
    '/verify': { who: 'nobody', address: '/verify' },
    '/invitation/[token]': { who: 'nobody', address: '/invitation/unknown' },
    '/settings/security': { who: 'ada', address: '/settings/security' },
    '/settings/sign-on': { who: 'ada', address: anIdentityProvider },
    '/forgot': { who: 'nobody', address: '/forgot' },
    '/reset': { who: 'nobody', address: '/reset?token=none' },
    '/help/request': { who: 'nobody', address: '/help/request' },
    '/mailbox': { who: 'nobody', address: '/mailbox' },
    '/': { who: 'ada', address: '/' },
    '/accounts': { who: 'ada', address: '/accounts?product=Azure' },
    '/accounts/[id]': { who: 'ada', address: (page) => firstLink(page, '/accounts', '/accounts/') },
    '/matrix': { who: 'ada', address: '/matrix?cell=High.High' },
    '/settings/people': { who: 'ada', address: '/settings/people' },
    '/settings/organisation': { who: 'ada', address: '/settings/organisation' },
    '/settings/keys': { who: 'ada', address: '/settings/keys' },
    '/settings/audit': { who: 'ada', address: '/settings/audit' },
    '/settings/preferences': { who: 'ada', address: '/settings/preferences' },
    '/renewals': { who: 'ada', address: '/renewals' },
    '/compare': { who: 'ada', address: '/compare' },
    '/compare/releases': { who: 'ada', address: '/compare/releases' },
    '/compare/accounts': { who: 'ada', address: twoAccounts },
    '/compare/cohort': { who: 'ada', address: '/compare/cohort' },
    '/downloads': { who: 'ada', address: '/downloads' },
    '/help': { who: 'ada', address: '/help' },
    '/help/[id]': { who: 'ada', address: (page) => firstLink(page, '/help', '/help/') },
    '/admin/support': { who: 'hans', address: '/admin/support' },
    '/admin/feedback': { who: 'hans', address: '/admin/feedback' },
    '/admin/organisations': { who: 'hans', address: '/admin/organisations' },
    '/admin/organisations/[id]': {
      who: 'hans',
      address: anOrganisationWithADomain,
    },
    '/admin/support/[id]': {
      who: 'hans',
      address: (page) => firstLink(page, '/admin/support', '/admin/support/'),
    },
    '/admin/models': { who: 'hans', address: '/admin/models' },
    '/admin/models/[id]': {
      who: 'hans',
      address: (page) => firstLink(page, '/admin/models', '/admin/models/'),
    },
    '/admin/releases': { who: 'hans', address: '/admin/releases' },
    '/admin/releases/[id]/validation': {
      who: 'hans',
      address: (page) => firstLink(page, '/admin/releases', '/admin/releases/'),
    },
    '/_not-found': { who: 'ada', address: '/there-is-no-such-page' },
  },
  campaigns: {
    '/': { who: 'ada', address: '/' },
    '/audiences': { who: 'ada', address: '/audiences' },
    '/audiences/new': { who: 'ada', address: '/audiences/new' },
    '/audiences/[id]': {
      who: 'ada',
      address: (page) => firstLink(page, '/audiences', '/audiences/', '/audiences/new'),
    },
    '/_not-found': { who: 'ada', address: '/there-is-no-such-page' },
  },
};

/** What the screens of single things need: one of each. */
export async function aRequestAndAnAudience(page: Page): Promise<void> {
  await anIdentityProvider(page);
  await page.goto(`${portal}/help`);
  if ((await page.locator('a[href^="/help/"]').count()) === 0) {
    await page.locator('[name=summary]').fill('A question about the new release');
    await page.locator('[name=details]').fill('Where do I see what changed since the last one?');
    await page.locator('form button[type=submit]').click();
    await page.waitForURL((url) => /\/help\/[0-9a-f-]{36}$/.test(url.pathname));
  }
  await page.goto(`${campaigns}/audiences`);
  if ((await page.locator('a[href^="/audiences/"]:not([href*="new"])').count()) > 0) return;
  await page.goto(`${campaigns}/audiences/new`);
  await page
    .locator('[name=name]')
    .fill('An audience with a rather long name that has to wrap somewhere on narrow screens');
  await page.locator('form button[type=submit]').click();
  await page.getByTestId('audience-accounts').locator('b').waitFor({ timeout: 30_000 });
}

async function firstLink(page: Page, from: string, prefix: string, except = '-'): Promise<string> {
  const base = new URL(page.url()).origin;
  const origin = prefix.startsWith('/audiences') ? campaigns : portal;
  await page.goto(`${origin}${from}`);
  const link = page
    .locator(`a[href^="${prefix}"]:not([href^="${except}"]):not([href="/help/request"])`)
    .first();
  const href = await link.getAttribute('href');
  if (!href) throw new Error(`${base}${from} links to nothing below ${prefix}`);
  return href;
}

/** Two of the grid's accounts, side by side. */
async function twoAccounts(page: Page): Promise<string> {
  await page.goto(`${portal}/accounts`);
  const links = await page
    .locator('a[href^="/accounts/"]')
    .evaluateAll((all) =>
      all.map((link) => new URL((link as unknown as { href: string }).href).pathname.split('/')[2]),
    );
  const [a, b] = [...new Set(links)];
  return `/compare/accounts?a=${a}&b=${b}`;
}

export const METADATA =
  '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://sign-in.partner.example/saml">' +
  '<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing">' +
  '<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>AA==</X509Certificate></X509Data>' +
  '</KeyInfo></KeyDescriptor><SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" ' +
  'Location="https://sign-in.partner.example/"/></IDPSSODescriptor></EntityDescriptor>';

/** That of the identity provider, with everything to be done about it. */
async function anOrganisationWithADomain(page: Page): Promise<string> {
  await page.goto(`${portal}/admin/organisations`);
  const link = page.getByRole('row', { name: 'partner.example' }).locator('a').first();
  return (await link.getAttribute('href'))!;
}

/** One that waits for its domain to be proven. */
async function anIdentityProvider(page: Page): Promise<string> {
  const json = { kind: 'saml-metadata', domain: 'partner.example', metadata: METADATA };
  await page.request.post(`${portal}/api/trpc/sso.add`, { data: { json }, headers: { origin: portal } });
  return '/settings/sign-on';
}
