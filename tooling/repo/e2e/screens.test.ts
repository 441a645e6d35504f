import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeFindings } from './axe';
import { narrowFindings } from './narrow';
import { closeBrowser, type Locale, type Person, signedIn, type Theme, visitor } from './person';
import { aRequestAndAnAudience, SCREENS, type Who } from './screens';
import { scriptsOf } from './scripts-of';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const shots = join(root, 'test-results/screens');
const { portal, campaigns } = inject('served');

/** Compressed, over the wire, on a first visit. */
const SCRIPT_KB_MAX = 200;
/** `npm run soak` looks at every route in every language and theme. */
const isWhole = process.env.ASCENT_SWEEP === 'all';
const today = Math.floor(Date.now() / 86_400_000);

const LOOKS: { locale: Locale; theme: Theme }[] = [
  { locale: 'en', theme: 'light' },
  { locale: 'pt-BR', theme: 'light' },
  { locale: 'en', theme: 'dark' },
  { locale: 'pt-BR', theme: 'dark' },
];

const routes = (['portal', 'campaigns'] as const).flatMap((app) =>
  Object.entries(SCREENS[app]).map(([route, way]) => ({ app, route, way })),
);
/** Of each route one look a day, both languages and both themes among all of them; each route's other looks the days after. */
const isDue = (look: number, route: number) => isWhole || look === (route + today) % LOOKS.length;

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

describe.each(LOOKS.map((looks, look) => ({ ...looks, look })))(
  'in $locale, $theme',
  ({ look, ...looks }) => {
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

    const due = routes.filter((_route, at) => isDue(look, at));
    test.each(due)(
      '$app $route is whole: no axe finding, no error, no more script than asked, nothing lost when narrow',
      async ({ app, route, way }) => {
        const { page } = people[way.who];
        const base = app === 'portal' ? portal : campaigns;
        const address = typeof way.address === 'string' ? way.address : await way.address(page);
        const errors = errorsOf(page);
        const scripts = await scriptsOf(page);
        await page.goto(`${base}${address}`);
        await page.waitForLoadState('networkidle');
        const kb = await scripts.kb();
        const shoot = (width: string) => {
          const name = `${app}${route.replaceAll(/[^a-z]+/g, '-')}.${looks.locale}.${looks.theme}.${width}.png`;
          return page.screenshot({ path: join(shots, name), fullPage: true });
        };
        await shoot('1440');
        expect.soft(await axeFindings(page)).toEqual([]);
        expect.soft(await page.locator('html').getAttribute('lang')).toBe(looks.locale);
        expect.soft(await narrowFindings(page, () => shoot('320'))).toEqual([]);
        expect.soft(errors.end()).toEqual([]);
        expect.soft(kb).toBeLessThanOrEqual(SCRIPT_KB_MAX);
      },
    );
  },
);

function errorsOf(page: Page) {
  const errors: string[] = [];
  const onConsole = (message: { type: () => string; text: () => string }) => {
    if (message.type() === 'error' && !/status of 404/.test(message.text())) errors.push(message.text());
  };
  page.on('console', onConsole);
  return {
    end: () => {
      page.off('console', onConsole);
      return errors;
    },
  };
}
