import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { closeBrowser, type Person, signedIn, submitSignIn, visitor, withoutTour } from './person';

const { portal, campaigns, password } = inject('served');
afterAll(closeBrowser);

describe('a seller on the 25th', () => {
  let ada: Person;
  let page: Page;
  beforeAll(async () => {
    ada = await visitor();
    page = ada.page;
  });
  afterAll(() => ada.close());

  test('signs in and lands on the overview of the current release', async () => {
    await page.goto(`${portal}/`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await submitSignIn(page, 'ada@partner.example', 'not the password');
    await page.getByRole('alert').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await submitSignIn(page, 'ada@partner.example', password);
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('heading', { level: 1, name: /What changed in the/ }).waitFor();
    await withoutTour(ada, portal);
  });

  test('filters Act Now for one model: the grid, its total and its file hold the same rows', async () => {
    await page.goto(`${portal}/accounts?product=M365`);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('searchbox', { name: /Find one of/ }).fill('M365Cluster');
    await page.getByRole('button', { name: /Microsoft 365 cluster/ }).click();
    await page.getByRole('checkbox', { name: 'Act Now' }).check();
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.waitForURL((url) => url.searchParams.get('f') === 'M365Cluster~is~Act%20Now');
    const names = await gridNames(page);
    expect(names.length).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page
      .getByRole('menuitem', { name: /Microsoft 365|M365/ })
      .first()
      .click();
    const file = await readFile(await (await download).path(), 'utf8');
    const rows = cells(file);
    const at = rows[0]!.indexOf('AccountName');
    const inFile = rows.slice(1).map((row) => row[at]!);
    expect(new Set(inFile)).toEqual(new Set(names));
    expect(inFile).toHaveLength(names.length);
    const clusterAt = rows[0]!.indexOf('M365Cluster');
    expect(new Set(rows.slice(1).map((row) => row[clusterAt]))).toEqual(new Set(['Act Now']));
  });

  test('opens an account: base, drivers and cap sum to the score that is shown', async () => {
    await page.locator('a[href^="/accounts/"]').first().click();
    await page.waitForURL((url) => url.pathname.startsWith('/accounts/'));
    for (const kind of ['fit', 'intent']) {
      const table = page.locator('table.wf', { has: page.locator(`tfoot i.k-${kind}`) });
      await table.waitFor();
      const points = (await table.locator('tbody td.pt').allTextContents()).map(deciPoints);
      const total = deciPoints(await textOf(table.locator('tfoot td.pt')));
      expect(points.length).toBeGreaterThan(2);
      expect(points.reduce((sum, each) => sum + each, 0)).toBe(total);
    }
  });

  test('goes on to campaigns without a second sign-in and freezes an audience of the cohort’s size', async () => {
    await page.goto(`${campaigns}/`);
    await page.getByRole('heading', { level: 1, name: 'Cohorts' }).waitFor();
    const row = page.locator('tr', { has: page.getByRole('link', { name: /in the portal/ }) }).first();
    const members = Number((await textOf(row.getByRole('link').first())).replaceAll(',', ''));
    expect(members).toBeGreaterThan(0);
    await row.getByRole('link', { name: /Freeze an audience of/ }).click();
    await page.getByLabel(/^Name/).fill('The first audience');
    await page.getByRole('button', { name: 'Freeze', exact: true }).click();
    await page.waitForURL((url) => /\/audiences\/[0-9a-f-]{36}$/.test(url.pathname));
    const count = page.getByTestId('audience-accounts').locator('b');
    await count.waitFor({ timeout: 30_000 });
    expect(Number((await textOf(count)).replaceAll(/[^0-9]/g, ''))).toBe(members);
    const download = page.waitForEvent('download');
    await page
      .getByRole('link', { name: /Download CSV/ })
      .first()
      .click();
    const rows = cells(await readFile(await (await download).path(), 'utf8'));
    expect(rows.length - 1).toBe(members);
  });
});

describe('who may see what', () => {
  test('another partner’s account and audience are not found, signed out or in', async () => {
    const ada = await signedIn('ada@partner.example');
    await ada.page.goto(`${portal}/accounts`);
    const href = await ada.page.locator('a[href^="/accounts/"]').first().getAttribute('href');
    await ada.page.goto(`${campaigns}/audiences`);
    const audience = await ada.page
      .locator('a[href^="/audiences/"]')
      .filter({ hasText: 'first audience' })
      .getAttribute('href');
    const bia = await signedIn('bia@parceiro.example');
    for (const address of [`${portal}${href}`, `${campaigns}${audience}`]) {
      const answer = await bia.page.goto(address);
      expect(answer!.status(), address).toBe(404);
    }
    const file = await bia.context.request.get(
      `${campaigns}/api${audience!.replace('audiences', 'audience')}`,
    );
    expect(file.status()).toBe(404);
    const nobody = await visitor();
    expect((await nobody.context.request.get(`${portal}/api/report/azure`)).status()).toBe(401);
    await nobody.page.goto(`${portal}${href}`);
    expect(new URL(nobody.page.url()).pathname).toBe('/sign-in');
    for (const person of [ada, bia, nobody]) await person.close();
  });

  test('a report viewer’s files and pages have no sensitive column', async () => {
    const rui = await signedIn('rui@partner.example');
    const text = await (await rui.context.request.get(`${portal}/api/report/azure`)).text();
    expect(cells(text)[0]).not.toContain('RevenuePotential');
    const asked = await rui.context.request.get(`${portal}/api/report/azure?columns=RevenuePotential`);
    expect(asked.status()).toBe(400);
    await rui.page.goto(`${portal}/accounts`);
    expect(await rui.page.getByRole('columnheader', { name: 'Potential' }).count()).toBe(0);
    await rui.close();
  });

  test('the host’s rooms are not there for a partner', async () => {
    const ada = await signedIn('ada@partner.example');
    expect((await ada.page.goto(`${portal}/admin/support`))!.status()).toBe(404);
    await ada.close();
  });
});

describe('help', () => {
  test('somebody who cannot sign in asks for help, gets a mail, and the host answers', async () => {
    const outside = await visitor();
    const { page } = outside;
    await page.goto(`${portal}/help/request`);
    await page.getByRole('button', { name: /details/i }).click();
    await page.locator('[name=name]').fill('Vera Outside');
    await page.locator('[name=email]').fill('vera@outside.example');
    await page.locator('[name=summary]').fill('I cannot sign in since Monday');
    await page.locator('[name=details]').fill('The password that I had is refused, also after a reset.');
    await page.locator('form button[type=submit]').click();
    await page.getByRole('alert').filter({ hasText: /\d/ }).first().waitFor();
    await mailArrives(page, 'vera@outside.example');
    const hans = await signedIn('hans@host.example');
    await hans.page.goto(`${portal}/admin/support`);
    await hans.page.getByRole('link', { name: /cannot sign in since Monday/ }).click();
    await hans.page.locator('textarea').fill('Your account was locked; it is open again.');
    await hans.page.locator('form button[type=submit]').first().click();
    await mailArrives(page, 'it is open again');
    await outside.close();
    await hans.close();
  });

  test('somebody signed in asks from inside; only they and the host see it', async () => {
    const rui = await signedIn('rui@partner.example');
    await rui.page.goto(`${portal}/help`);
    await rui.page.locator('[name=summary]').fill('A company moved to another town');
    await rui.page.locator('[name=details]').fill('The city of one of my accounts is the old one.');
    await rui.page.locator('form button[type=submit]').click();
    await rui.page.waitForURL((url) => /\/help\/[0-9a-f-]{36}$/.test(url.pathname));
    await rui.page.getByRole('heading', { level: 1, name: /moved to another town/ }).waitFor();
    const ada = await signedIn('ada@partner.example');
    expect((await ada.page.goto(rui.page.url()))!.status()).toBe(404);
    const hans = await signedIn('hans@host.example');
    await hans.page.goto(`${portal}/admin/support`);
    await hans.page.getByRole('link', { name: /moved to another town/ }).waitFor();
    for (const person of [rui, ada, hans]) await person.close();
  });

  test('a forgotten password is set anew through a link that comes by mail', async () => {
    const bia = await visitor();
    await bia.page.goto(`${portal}/forgot`);
    await bia.page.locator('input[type=email]').fill('bia@parceiro.example');
    await bia.page.locator('form button[type=submit]').click();
    await mailArrives(bia.page, '/reset');
    const link = /https?:\/\/\S*reset\S*/.exec(await textOf(bia.page.locator('main')))![0];
    await bia.page.goto(link);
    await bia.page.locator('input[type=password]').first().fill('another long password');
    await bia.page.locator('form button[type=submit]').click();
    await bia.page.getByRole('link', { name: 'Sign in', exact: true }).click();
    await bia.page.waitForURL((url) => url.pathname === '/sign-in');
    await submitSignIn(bia.page, 'bia@parceiro.example', 'another long password');
    await bia.page.waitForURL((url) => url.pathname === '/');
    // Others sign in as her, too.
    const back = { currentPassword: 'another long password', newPassword: password };
    const changed = await bia.page.request.post(`${portal}/api/auth/change-password`, {
      data: back,
      headers: { origin: portal },
    });
    expect(changed.status()).toBe(200);
    await bia.close();
  });
});

async function mailArrives(page: Page, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(`${portal}/mailbox`);
        return textOf(page.locator('main'));
      },
      { timeout: 20_000, interval: 500 },
    )
    .toContain(text);
}

async function textOf(place: Locator): Promise<string> {
  return (await place.textContent()) ?? '';
}

/** The names of all pages of the grid. */
async function gridNames(page: Page): Promise<string[]> {
  const names: string[] = [];
  const base = new URL(page.url());
  for (let number = 1; ; number++) {
    base.searchParams.set('page', String(number));
    await page.goto(base.href);
    const found = await page.locator('a[href^="/accounts/"] > :first-child').allTextContents();
    names.push(...found.map((text) => text.trim()));
    if (found.length < 50) return names;
  }
}

/** `+12.3` or `−4.5` as whole tenths. */
function deciPoints(text: string): number {
  return Math.round(Number(text.replace('−', '-').replace('+', '').replaceAll(',', '')) * 10);
}

function cells(csv: string): string[][] {
  return parse(csv, { relax_column_count: false }) as string[][];
}
