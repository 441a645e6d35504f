import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeFindings } from './axe';
import { closeBrowser, type Person, signedIn, submitSignIn, visitor } from './person';
import { totpOf } from './totp';

const { portal } = inject('served');
const shots = fileURLToPath(new URL('../../../test-results/sign-in', import.meta.url));
afterAll(closeBrowser);

const PASSWORD = 'a password of my own';
/** Of this run alone, so that it can be run again on the same installation. */
const RUN = Date.now().toString(36);
/** The same journey in either language; the words are those of the pages. */
const JOURNEYS = [
  {
    locale: 'en' as const,
    theme: 'light' as const,
    email: `noa-${RUN}@partner.example`,
    title: /What changed in the/,
    setUp: 'Set up',
    turnOn: 'Turn on',
    kept: 'I have kept them',
    recovery: 'Use a recovery code',
    addPasskey: 'Add a passkey',
    usePasskey: 'Use a passkey',
    endOthers: 'Sign out everywhere else',
    used: /was used already/,
  },
  {
    locale: 'pt-BR' as const,
    theme: 'dark' as const,
    email: `caio-${RUN}@partner.example`,
    title: /O que mudou na/,
    setUp: 'Configurar',
    turnOn: 'Ativar',
    kept: 'Já guardei',
    recovery: 'Usar um código de recuperação',
    addPasskey: 'Adicionar chave de acesso',
    usePasskey: 'Usar uma chave de acesso',
    endOthers: 'Encerrar todas as outras',
    used: /já foi usado/,
  },
];

describe.each(JOURNEYS)('in $locale, somebody invited', (words) => {
  let person: Person;
  let page: Page;
  let link: string;
  let secret: string;
  let codes: string[];
  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    person = await visitor(words);
    page = person.page;
  });
  afterAll(() => person.close());

  const look = async (name: string) => {
    await page.waitForLoadState('networkidle');
    const file = `${name}.${words.locale}.${words.theme}`;
    await page.screenshot({ path: join(shots, `${file}.png`), fullPage: true });
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.screenshot({ path: join(shots, `${file}.360.png`), fullPage: true });
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  const arrives = () => page.getByRole('heading', { level: 1, name: words.title }).waitFor();
  const leave = async () => {
    await person.context.clearCookies({ name: /session_token/ });
  };
  const password = async () => {
    await page.goto(`${portal}/sign-in`);
    await submitSignIn(page, words.email, PASSWORD);
  };
  const submit = () => page.locator('main form button[type=submit]').first().click();

  test('gets a mail, chooses a name and a password, and is in', async () => {
    const ada = await signedIn('ada@partner.example');
    await invite(ada, words.email);
    await ada.close();
    link = await linkInMail(page, words.email);
    await page.goto(link);
    await page.locator('[name=newPassword]').fill(PASSWORD);
    await look('invitation');
    await submit();
    await arrives();
    await page.goto(link);
    await page.getByText(words.used).waitFor();
    await look('invitation-used');
  });

  test('turns on a second step with an app’s code and keeps the recovery codes', async () => {
    await page.goto(`${portal}/settings/security`);
    await look('security');
    const panel = page.locator('section.panel', { has: page.getByRole('button', { name: words.setUp }) });
    await panel.locator('[name=password]').fill(PASSWORD);
    await panel.getByRole('button', { name: words.setUp }).click();
    secret = (await page.getByTestId('totp-secret').textContent())!;
    await look('security-second-factor');
    await page.locator('[name=code]').fill(totpOf(secret));
    await page.getByRole('button', { name: words.turnOn, exact: true }).click();
    const listed = page.getByTestId('recovery-codes').locator('li');
    await listed.first().waitFor();
    codes = await listed.allTextContents();
    expect(codes).toHaveLength(10);
    await look('security-recovery-codes');
    await page.getByRole('button', { name: words.kept }).click();
    await page.getByTestId('recovery-codes').waitFor({ state: 'detached' });
  });

  test('signs in with password and code, and with a recovery code, which works once', async () => {
    await leave();
    await password();
    await page.waitForURL((url) => url.pathname === '/sign-in/code');
    await look('code');
    await page.locator('[name=code]').fill('000000');
    await submit();
    await page.getByRole('alert').first().waitFor();
    await page.locator('[name=code]').fill(totpOf(secret));
    await submit();
    await arrives();
    for (const works of [true, false]) {
      await leave();
      await password();
      await page.getByRole('button', { name: words.recovery }).click();
      await page.locator('[name=code]').fill(codes[0]!);
      if (works) await look('code-recovery');
      await submit();
      await (works ? arrives() : page.getByRole('alert').first().waitFor());
    }
  });

  test('trusts this device, and is not asked for the code here again', async () => {
    await leave();
    await password();
    await page.locator('[name=code]').fill(totpOf(secret));
    await page.locator('[name=trust]').check();
    await submit();
    await arrives();
    await leave();
    await password();
    await arrives();
  });

  test('adds a passkey and signs in with nothing else', async () => {
    await virtualAuthenticator(page);
    await page.goto(`${portal}/settings/security`);
    await page.locator('form [name=name]').fill('Work laptop');
    await page.getByRole('button', { name: words.addPasskey }).click();
    await page.getByText('Work laptop').waitFor();
    await look('security-passkey');
    await leave();
    await page.goto(`${portal}/sign-in`);
    // A browser that offers it by itself may have finished before the button is found.
    await page
      .getByRole('button', { name: words.usePasskey })
      .click({ timeout: 5000 })
      .catch(() => {});
    await arrives();
  });

  test('ends a session elsewhere, whose next page is the sign-in', async () => {
    const other = await visitor(words);
    await other.page.goto(`${portal}/sign-in`);
    await submitSignIn(other.page, words.email, PASSWORD);
    await other.page.getByRole('button', { name: words.recovery }).click();
    await other.page.locator('[name=code]').fill(codes[1]!);
    await other.page.locator('main form button[type=submit]').first().click();
    await other.page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    await page.goto(`${portal}/settings/security`);
    await page.getByRole('button', { name: words.endOthers }).click();
    await expect.poll(() => page.getByTestId('sessions').locator('li').count()).toBe(1);
    await other.page.goto(`${portal}/accounts`);
    expect(new URL(other.page.url()).pathname).toBe('/sign-in');
    await other.close();
  });
});

/** As an account admin's page does. */
async function invite({ context }: Person, email: string): Promise<void> {
  const json = { email, name: 'Noa Nova', roles: [{ role: 'report-viewer', scope: '*' }] };
  const answer = await context.request.post(`${portal}/api/trpc/invite.create`, {
    data: { json },
    headers: { origin: portal },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

async function linkInMail(page: Page, to: string): Promise<string> {
  const mail = page.locator('section.panel', { hasText: to }).first();
  await expect
    .poll(
      async () => {
        await page.goto(`${portal}/mailbox`);
        return mail.count();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(1);
  return (await mail.locator('a[href*="/invitation/"]').first().getAttribute('href'))!;
}

/** A device that holds passkeys and says yes; Chromium's own, spoken to by its protocol. */
async function virtualAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable', { enableUI: false });
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
