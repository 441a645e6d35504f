import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeFindings } from './axe';
import { closeBrowser, type Locale, type Person, signedIn, type Theme, visitor } from './person';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const shots = join(root, 'test-results/screens');
const { portal, campaigns } = inject('served');

type Who = 'nobody' | 'ada' | 'hans';
/** How to get to a route: an address, or a way to find one. */
type Way = { who: Who; address: string | ((page: Page) => Promise<string>) };

const SCREENS: Record<'portal' | 'campaigns', Record<string, Way>> = {
  portal: {
    '/sign-in': { who: 'nobody', address: '/sign-in' },
    '/forgot': { who: 'nobody', address: '/forgot' },
    '/reset': { who: 'nobody', address: '/reset?token=none' },
    '/help/request': { who: 'nobody', address: '/help/request' },
    '/mailbox': { who: 'nobody', address: '/mailbox' },
    '/': { who: 'ada', address: '/' },
    '/accounts': { who: 'ada', address: '/accounts?product=Azure' },
    '/accounts/[id]': { who: 'ada', address: (page) => firstLink(page, '/accounts', '/accounts/') },
    '/downloads': { who: 'ada', address: '/downloads' },
    '/help': { who: 'ada', address: '/help' },
    '/help/[id]': { who: 'ada', address: (page) => firstLink(page, '/help', '/help/') },
    '/admin/support': { who: 'hans', address: '/admin/support' },
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

/** Both languages, both themes, wide and narrow: each at least once for every screen. */
const LOOKS: { locale: Locale; theme: Theme; width: number }[] = [
  { locale: 'en', theme: 'light', width: 1440 },
  { locale: 'pt-BR', theme: 'dark', width: 1440 },
  { locale: 'pt-BR', theme: 'light', width: 360 },
];

afterAll(closeBrowser);

test.each(['portal', 'campaigns'] as const)('every route that was built for %s is looked at here', (app) => {
  const manifest = JSON.parse(
    readFileSync(join(root, `apps/${app}/.next/app-path-routes-manifest.json`), 'utf8'),
  ) as Record<string, string>;
  const pages = Object.entries(manifest).filter(
    ([file, route]) => file.endsWith('/page') && route !== '/_global-error',
  );
  expect(Object.keys(SCREENS[app]).sort()).toEqual(pages.map(([, route]) => route).sort());
});

describe.each(LOOKS)('in $locale, $theme, $width pixels wide', (looks) => {
  const people = {} as Record<Who, Person>;
  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    people.nobody = await visitor(looks);
    people.ada = await signedIn('ada@partner.example', looks);
    people.hans = await signedIn('hans@host.example', looks);
    await aRequestAndAnAudience(people.ada.page);
  });
  afterAll(async () => {
    for (const person of Object.values(people)) await person.close();
  });

  const screens = (['portal', 'campaigns'] as const).flatMap((app) =>
    Object.entries(SCREENS[app]).map(([route, way]) => ({ app, route, way })),
  );
  test.each(screens)(
    '$app $route is whole: no axe finding, no error, nothing wider than the screen',
    async ({ app, route, way }) => {
      const { page } = people[way.who];
      const base = app === 'portal' ? portal : campaigns;
      const errors: string[] = [];
      const onConsole = (message: { type: () => string; text: () => string }) => {
        if (message.type() === 'error' && !/status of 404/.test(message.text())) errors.push(message.text());
      };
      page.on('console', onConsole);
      const address = typeof way.address === 'string' ? way.address : await way.address(page);
      await page.goto(`${base}${address}`);
      await page.waitForLoadState('networkidle');
      const name = `${app}${route.replaceAll(/[^a-z]+/g, '-')}.${looks.locale}.${looks.theme}.${looks.width}.png`;
      await page.screenshot({ path: join(shots, name), fullPage: true });
      expect(await axeFindings(page)).toEqual([]);
      expect(errors).toEqual([]);
      expect(await page.locator('html').getAttribute('lang')).toBe(looks.locale);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
      page.off('console', onConsole);
    },
  );
});

/** What the screens of single things need: one of each. */
async function aRequestAndAnAudience(page: Page): Promise<void> {
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
