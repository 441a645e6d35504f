import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { closeBrowser, type Locale, type Person, signedIn, visitor } from './person';

const { portal } = inject('served');
afterAll(closeBrowser);

/** What a journey has to find, as each language says it. */
const WORDS = {
  en: {
    saveView: 'Save view',
    viewName: 'Name of a new view',
    saveNew: 'Save as new view',
    modified: 'Modified',
    columns: 'Columns',
    download: 'Download',
    apply: 'Add filter',
    filter: 'Filter',
    find: /Find one of/,
    save: 'Save access',
    unsaved: /unsaved change/,
    makeKey: 'Make key',
    name: 'Name',
    value: 'Value',
    search: 'Name or domain',
    findColumn: /columns$/,
    revoked: 'Revoked',
  },
  'pt-BR': {
    saveView: 'Salvar visão',
    viewName: 'Nome de uma nova visão',
    saveNew: 'Salvar como nova visão',
    modified: 'Alterada',
    columns: 'Colunas',
    download: 'Baixar',
    apply: 'Adicionar filtro',
    filter: 'Filtro',
    find: /Encontrar um de/,
    save: 'Salvar acesso',
    unsaved: /não salva/,
    makeKey: 'Criar chave',
    name: 'Nome',
    value: 'Valor',
    search: 'Nome ou domínio',
    findColumn: /colunas$/,
    revoked: 'Revogada',
  },
} as const;

describe.each(['en', 'pt-BR'] as const satisfies Locale[])('in %s', (locale) => {
  const w = WORDS[locale];
  let ada: Person;
  beforeAll(async () => {
    ada = await signedIn('ada@partner.example', { locale });
  });
  afterAll(() => ada.close());

  test('a grid is filtered, sorted by two columns, given other columns, and saved as a view that a link opens', async () => {
    const { page } = ada;
    await page.goto(`${portal}/accounts?product=Azure`);
    await page.getByRole('button', { name: w.filter, exact: true }).click();
    await page.getByRole('searchbox', { name: w.find }).fill('OrgSize');
    await page.locator('.picklist button', { hasText: 'OrgSize' }).first().click();
    await page.getByRole('spinbutton', { name: w.value }).fill('50');
    await page.getByRole('button', { name: w.apply }).click();
    await page.waitForURL((url) => url.searchParams.get('f') === 'OrgSize~min~50');
    // Where a click on the header leads: every address names the filtered column too.
    const head = (sort: string) => page.locator(`thead a.sort[href*="sort=${sort}"]`).first();
    await head('-OrgSize').click();
    await page.waitForURL((url) => url.searchParams.get('sort') === '-OrgSize');
    await head('Country').click({ modifiers: ['Shift'] });
    await page.waitForURL((url) => url.searchParams.get('sort') === '-OrgSize,Country');
    const sizes = await page.locator('tbody tr td:nth-child(3)').allTextContents();
    const numbers = sizes.map((text) => Number(text.replaceAll(/\D/g, '')));
    expect(numbers.length).toBeGreaterThan(3);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(50);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));

    await page.getByRole('button', { name: w.columns }).click();
    await page.getByRole('searchbox', { name: w.findColumn }).fill('Industry');
    await page.locator('.picklist label', { hasText: 'Industry' }).first().click();
    await page.waitForURL((url) => (url.searchParams.get('cols') ?? '').endsWith('Industry'));
    await page.keyboard.press('Escape');

    const view = `Fifty and more (${locale})`;
    await page.getByRole('button', { name: w.saveView, exact: true }).click();
    await page.getByLabel(w.viewName).fill(view);
    await page.getByRole('button', { name: w.saveNew }).click();
    const tab = page.getByRole('link', { name: view });
    await tab.waitFor();
    await page.waitForURL((url) => url.searchParams.has('view'));
    const saved = await tab.getAttribute('href');
    const other = await signedIn('ada@partner.example', { locale });
    await other.page.goto(`${portal}${saved}`);
    // Its rows arrive after its frame.
    await expect
      .poll(() => other.page.locator('tbody tr').first().textContent(), { timeout: 10_000 })
      .toBe(await page.locator('tbody tr').first().textContent());
    await other.close();
    await head('AccountName').click();
    await page.getByText(w.modified, { exact: true }).waitFor();
  });

  test('rows stay selected while pages turn, and their file holds them and no others', async () => {
    const { page } = ada;
    await page.goto(`${portal}/accounts?product=Azure&view=all`);
    const boxes = page.locator('tbody input[type=checkbox]');
    const chosen = [await nameAt(page, 0), await nameAt(page, 2)];
    await boxes.nth(0).check();
    await boxes.nth(2).check();
    await page.locator('.pager a').last().click();
    await page.waitForURL((url) => url.searchParams.get('page') === '2');
    await expect.poll(() => nameAt(page, 0), { timeout: 10_000 }).not.toBe(chosen[0]);
    chosen.push(await nameAt(page, 0));
    await boxes.nth(0).check();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: w.download, exact: true }).click();
    const rows = parse(await readFile(await (await download).path(), 'utf8'), { columns: true }) as {
      AccountName: string;
    }[];
    expect(rows.map((row) => row.AccountName).sort()).toEqual([...chosen].sort());
  });

  test('a name with a typing error is found all the same', async () => {
    const { page } = ada;
    await page.goto(`${portal}/accounts?product=Azure&view=all`);
    const name = await nameAt(page, 0);
    const word = name.split(/[^A-Za-z]+/).sort((a, b) => b.length - a.length)[0]!;
    const wrong = `${word.slice(0, 3)}${word.slice(4)}`;
    await page.getByRole('searchbox', { name: w.search }).fill(wrong);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === wrong);
    await page.locator('tbody a', { hasText: name }).first().waitFor();
  });

  test('a change of access says what it reveals, and holds on the person’s next page', async () => {
    const { page } = ada;
    const lia = await signedIn('lia@partner.example', { locale });
    await lia.page.goto(`${portal}/accounts?view=all`);
    const before = Number(await lia.page.getByTestId('accounts-total').getAttribute('data-total'));
    await page.goto(`${portal}/settings/people`);
    await page.locator('.person', { hasText: 'Lia' }).click();
    await page.getByRole('heading', { level: 1, name: /Lia/ }).waitFor();
    await page.locator('.rolegrid tbody tr').first().getByRole('radio').nth(1).check();
    await page.getByText(w.unsaved).waitFor();
    await page.getByRole('button', { name: w.save }).click();
    await page.locator('.toast').first().waitFor();
    await lia.page.reload();
    const after = Number(await lia.page.getByTestId('accounts-total').getAttribute('data-total'));
    expect(after).toBeGreaterThan(before);
    // And back, so that the other language and the other tests find her as she was.
    await page.locator('.toast button').first().click();
    await expect
      .poll(async () => {
        await lia.page.reload();
        return Number(await lia.page.getByTestId('accounts-total').getAttribute('data-total'));
      })
      .toBe(before);
    await lia.close();
  });

  test('a key is shown once, reads a report as its maker would, and is refused once it is revoked', async () => {
    const { page } = ada;
    await page.goto(`${portal}/settings/keys`);
    await page.getByLabel(w.name, { exact: false }).first().fill(`A program (${locale})`);
    await page.getByRole('button', { name: w.makeKey }).click();
    const token = (await page.getByTestId('new-key').textContent())!;
    const get = async () => {
      const answer = await fetch(`${portal}/api/report/azure`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return { status: answer.status, text: await answer.text() };
    };
    expect(await get()).toMatchObject({ status: 200, text: expect.stringContaining('RevenuePotential') });
    await page.reload();
    expect(await page.content()).not.toContain(token);
    const row = page.locator('tr', { hasText: `A program (${locale})` });
    await row.getByRole('button').click();
    await page.getByRole('alertdialog').getByRole('button').last().click();
    await row.getByText(w.revoked, { exact: true }).waitFor();
    expect((await get()).status).toBe(401);
  });
});

test('six tasks need no mouse: jump, search, open, filter, pick columns, turn pages', async () => {
  const { page, close } = await signedIn('ada@partner.example');
  await page.goto(`${portal}/`);
  await page.locator('button.find kbd').waitFor();
  await untilThere(page, 'Control+k', page.locator('[cmdk-input]'));
  await page.keyboard.type('Accounts');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/accounts');
  // Rows are there while the page loads, its search is not, and the key would open the palette instead.
  await page.locator('main input[type=search]').waitFor();
  await untilThere(page, '/', page.locator('main input[type=search]:focus'));
  await page.keyboard.type('a');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === 'a');
  await page.locator('body').press('Escape');
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.locator('tr.cur').waitFor();
  await page.keyboard.press('x');
  await page.locator('tr.sel').waitFor();
  await page.keyboard.press('Escape');
  await untilThere(
    page,
    'f',
    page.getByRole('searchbox', { name: WORDS.en.find }).and(page.locator(':focus')),
  );
  await page.keyboard.type('OrgSize');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('spinbutton').waitFor();
  await page.getByRole('spinbutton').press('1');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('f') === 'OrgSize~min~1');
  await page.evaluate('document.activeElement.blur()');
  await untilThere(
    page,
    'c',
    page.getByRole('searchbox', { name: WORDS.en.findColumn }).and(page.locator(':focus')),
  );
  await page.keyboard.type('City');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.waitForURL((url) => (url.searchParams.get('cols') ?? '').includes('City'));
  await page.keyboard.press('Escape');
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname.startsWith('/accounts/'));
  await close();
});

test('every answer has its headers: a policy without unsafe-inline, no framing, no sniffing', async () => {
  const { page, close } = await visitor();
  for (const path of [
    '/sign-in',
    '/forgot',
    '/help/request',
    '/api/health',
    '/api/report/azure',
    '/there-is-nothing',
  ]) {
    const headers = (await page.request.get(`${portal}${path}`)).headers();
    expect([path, headers['x-content-type-options'], headers['x-frame-options']]).toEqual([
      path,
      'nosniff',
      'DENY',
    ]);
    if (path.startsWith('/api/')) continue;
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[\w-]+'/);
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
  }
  // What is no text names nothing.
  for (const path of ['/accounts/%ff', '/api/report/%ff'])
    expect([path, (await page.request.get(`${portal}${path}`)).status()]).toEqual([path, 400]);
  const change = await page.request.post(`${portal}/api/trpc/preference.change`, {
    data: { json: {} },
    headers: { origin: 'https://bad.example' },
  });
  expect(change.status()).toBe(403);
  await close();
});

async function nameAt(page: Person['page'], row: number): Promise<string> {
  return (await page.locator('tbody tr').nth(row).locator('a b').textContent())!.trim();
}

/** Presses until it helps: a page that has just come may not listen yet. */
async function untilThere(page: Person['page'], key: string, place: Locator): Promise<void> {
  await expect
    .poll(
      async () => {
        if (await place.isVisible()) return true;
        await page.keyboard.press(key);
        await page.waitForTimeout(500);
        return place.isVisible();
      },
      { timeout: 15_000 },
    )
    .toBe(true);
}
