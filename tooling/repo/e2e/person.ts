import type { Browser, BrowserContext, Page } from 'playwright';
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
  return { page, context, close: () => context.close() };
}

/** The same after signing in through the form. */
export async function signedIn(email: string, looks: Parameters<typeof visitor>[0] = {}): Promise<Person> {
  const person = await visitor(looks);
  const { portal, password } = inject('served');
  await person.page.goto(`${portal}/sign-in`);
  await submitSignIn(person.page, email, password);
  // A partner lands on the overview, the host's staff on their queue.
  await person.page.waitForURL((url) => url.pathname !== '/sign-in');
  return person;
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
