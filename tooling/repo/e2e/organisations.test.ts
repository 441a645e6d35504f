import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { closeBrowser, type Locale, type Person, signedIn } from './person';
import { METADATA } from './screens';

const { portal } = inject('served');
afterAll(closeBrowser);

const WORDS = {
  en: {
    distributor: /Distributor’s global account id/,
    lastDay: /Last day/,
    grant: 'Give access',
    takeBack: 'Take back',
    reason: /How you know/,
    confirm: 'Confirm without the record',
    proven: 'Proven',
    notProven: 'Not proven',
    newer: 'A newer release was published.',
    show: 'Show it',
  },
  'pt-BR': {
    distributor: /Id da conta global do distribuidor/,
    lastDay: /Último dia/,
    grant: 'Conceder acesso',
    takeBack: 'Retirar',
    reason: /Como você sabe/,
    confirm: 'Confirmar sem o registro',
    proven: 'Comprovado',
    notProven: 'Não comprovado',
    newer: 'Uma versão mais nova foi publicada.',
    show: 'Mostrar',
  },
} as const;
const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

describe.each(['en', 'pt-BR'] as const satisfies Locale[])('in %s', (locale) => {
  const w = WORDS[locale];
  let hans: Person;
  let ada: Person;
  let bia: Person;
  beforeAll(async () => {
    hans = await signedIn('hans@host.example', { locale });
    ada = await signedIn('ada@partner.example', { locale });
    bia = await signedIn('bia@parceiro.example', { locale });
  });
  afterAll(() => Promise.all([hans.close(), ada.close(), bia.close()]));

  test('the host lets a distributor look at a reseller’s rows, and takes that back', async () => {
    const { page } = hans;
    const reseller = await organisationOf(ada);
    const distributor = await organisationOf(bia);
    await page.goto(`${portal}/admin/organisations?q=${reseller.id}`);
    await page.getByRole('link', { name: reseller.name }).click();
    await page.getByRole('heading', { level: 1, name: reseller.name }).waitFor();
    await page.getByLabel(w.distributor).fill(distributor.id);
    await page.getByLabel(w.lastDay).fill(nextWeek);
    await page.getByRole('button', { name: w.grant }).click();
    const line = page.locator('li', { hasText: distributor.name });
    await line.waitFor();
    expect((await choicesOf(bia)).map(({ id }) => id)).toContain(reseller.id);
    await line.getByRole('button', { name: w.takeBack }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: w.takeBack }).click();
    await line.waitFor({ state: 'detached' });
    expect((await choicesOf(bia)).map(({ id }) => id)).not.toContain(reseller.id);
  });

  test('the host confirms a domain with a reason, and takes that back', async () => {
    const { page } = hans;
    const domain = `${locale.toLowerCase()}.partner.example`;
    await call(ada, 'sso.add', { kind: 'saml-metadata', domain, metadata: METADATA });
    await page.goto(`${portal}/admin/organisations/${(await organisationOf(ada)).id}`);
    const line = page.locator('li', { hasText: domain });
    await line.getByRole('button', { name: w.confirm }).click();
    expect(await line.getByText(w.proven, { exact: true }).count()).toBe(0);
    await line.getByLabel(w.reason).fill('Their letter');
    await line.getByRole('button', { name: w.confirm }).click();
    await line.getByText(w.proven, { exact: true }).waitFor();
    await line.getByRole('button', { name: w.takeBack }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: w.takeBack }).click();
    await line.getByText(w.notProven, { exact: true }).waitFor();
  });

  test('an open page says that a newer release is out, and shows it when asked', async () => {
    const { page } = ada;
    await page.clock.install();
    await page.goto(`${portal}/`);
    await page.route('**/api/trpc/release.currentId*', (route) =>
      route.fulfill({ json: [{ result: { data: { json: '2099-01.1' } } }] }),
    );
    expect(await page.getByText(w.newer).count()).toBe(0);
    // Until the page has come alive it does not count the minutes.
    const isTold = async () => {
      await page.clock.fastForward('03:05');
      return page.getByText(w.newer).isVisible();
    };
    await expect.poll(isTold, { timeout: 20_000, interval: 500 }).toBe(true);
    const asked = page.waitForRequest((request) => request.headers().rsc === '1');
    await page.getByRole('button', { name: w.show }).click();
    await asked;
  });
});

test('for a partner’s people the pages are not there', async () => {
  const { page, close } = await signedIn('ada@partner.example');
  for (const path of ['/admin/organisations', '/admin/organisations/host'])
    expect((await page.goto(`${portal}${path}`))?.status()).toBe(404);
  await close();
});

type Organisation = { id: string; name: string; via: string | null };

async function choicesOf({ page }: Person): Promise<Organisation[]> {
  const answer = await page.request.get(`${portal}/api/trpc/session.organisations`);
  return ((await answer.json()) as { result: { data: { json: Organisation[] } } }).result.data.json;
}

async function organisationOf(person: Person): Promise<Organisation> {
  return (await choicesOf(person)).find(({ via }) => via === null)!;
}

async function call({ page }: Person, procedure: string, json: object): Promise<void> {
  const sent = { data: { json }, headers: { origin: portal } };
  const answer = await page.request.post(`${portal}/api/trpc/${procedure}`, sent);
  expect(await answer.json()).toHaveProperty('result');
}
