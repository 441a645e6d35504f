import type { Browser, BrowserContext, Page, Response } from 'playwright';
import { inject } from 'vitest';
import { launchChromium } from './chromium';

export type Locale = 'en' | 'pt-BR';
export type Theme = 'light' | 'dark';
export type Person = { page: Page; context: BrowserContext; close: () => Promise<void> };

let browser: Promise<Browser> | null = null;

/** Somebody in a browser of their own, signed out. */
export async function visitor({
  locale = 'en',
  theme = 'light',
  width = 1440,
}: {
  locale?: Locale;
  theme?: Theme;
  width?: number;
} = {}): Promise<Person> {
  browser ??= launchChromium();
  const context = await (await browser).newContext({ viewport: { width, height: 900 }, locale });
  const { portal, campaigns } = inject('served');
  for (const url of [portal, campaigns])
    await context.addCookies([
      { name: 'ascent-locale', value: locale, url },
      { name: 'ascent-theme', value: theme, url },
    ]);
  const page = await context.newPage();
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...asked) => answered(page, await goto(...asked));
  page.reload = async (...asked) => answered(page, await reload(...asked));
  return { page, context, close: () => context.close() };
}

const ALIVE_MS_MAX = 15_000;
/** React has put its own key on every one of them. */
const ALIVE = `[...document.querySelectorAll('button, input, select, textarea')].every((element) =>
  Object.keys(element).some((key) => key.startsWith('__reactProps')))`;

/**
 * A page takes clicks before its scripts have read it, and some of them are lost: people see nothing happen and click
 * again. A test would wait for what never comes, so every button and field is given the time to come alive.
 */
async function answered(page: Page, answer: Response | null): Promise<Response | null> {
  const late = performance.now() + ALIVE_MS_MAX;
  // A page that is no app's, as a file, never comes alive.
  while (performance.now() < late && !(await page.evaluate<boolean>(ALIVE))) await page.waitForTimeout(50);
  return answer;
}

/** The same after signing in through the form. */
export async function signedIn(email: string, looks: Parameters<typeof visitor>[0] = {}): Promise<Person> {
  const person = await visitor(looks);
  const { portal, password } = inject('served');
  await person.page.goto(`${portal}/sign-in`);
  await submitSignIn(person.page, email, password);
  // A partner lands on the overview, the host's staff on their queue.
  await person.page.waitForURL((url) => url.pathname !== '/sign-in');
  await withoutTour(person, portal);
  return person;
}

/** As somebody who has seen the tour: it would stand over what is to be clicked. */
export async function withoutTour({ page }: Person, portal: string): Promise<void> {
  const json = { tourDone: true };
  await page.request.post(`${portal}/api/trpc/preference.change`, {
    data: { json },
    headers: { origin: portal },
  });
}

export async function submitSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('form button[type=submit]').first().click();
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}
