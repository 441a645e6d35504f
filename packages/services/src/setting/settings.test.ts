import { tables } from '@ascent/db';
import { afterAll, expect, inject, test } from 'vitest';
import { verifyAudit } from '../audit/verify';
import { freshPlatform, partnerActor, syncTestPartners } from '../testing';
import { createUser } from '../user/create';
import { changeSettings, OrganisationSettings, organisationSettings } from './settings';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform } = stores;
afterAll(stores.drop);
await syncTestPartners(stores, ['p1', 'p2']);
async function person(partnerId: string, role: 'account-admin' | 'executive-report-viewer') {
  const email = `${role}@${partnerId}.example`;
  const said = { email, name: role, password: 'a password to pass', partnerId };
  const { userId } = await createUser(platform, { ...said, roles: [{ role, scope: '*' }] });
  return { platform, actor: partnerActor(partnerId, { userId, email }) };
}
const ada = await person('p1', 'account-admin');
const seller = await person('p1', 'executive-report-viewer');
const bob = await person('p2', 'account-admin');
const settings = (given: object = {}) => OrganisationSettings.parse(given);
const picture = (kind: string) => `data:image/${kind};base64,iVBORw0KGgo=`;

test('an organisation starts with the defaults, and an older document gets those it does not have', async () => {
  expect(await organisationSettings(bob)).toEqual(settings());
  await platform.host
    .insert(tables.organisationSetting)
    .values({ partnerId: 'p2', document: { bom: true, gone: 1 }, updatedBy: 'x' });
  expect(await organisationSettings(bob)).toEqual(settings({ bom: true }));
});

test('only an account admin changes them; for others they cannot be changed, and are as they were', async () => {
  await expect(changeSettings(seller, settings({ bom: true }))).rejects.toMatchObject({ code: 'not-found' });
  expect(await organisationSettings(seller)).toMatchObject({ bom: false });
});

test('a change is the organisation’s own, and everybody in it has it', async () => {
  await changeSettings(ada, settings({ decimal: ',', csvSeparator: ';' }));
  expect(await organisationSettings(seller)).toMatchObject({ decimal: ',', csvSeparator: ';' });
  expect(await organisationSettings(bob)).toMatchObject({ decimal: '.', csvSeparator: ',' });
});

test.each(['png', 'jpeg', 'webp'])('a logo may be a picture of kind %s', async (kind) => {
  await changeSettings(ada, settings({ logo: picture(kind) }));
  expect((await organisationSettings(seller)).logo).toBe(picture(kind));
});

test.each([
  picture('svg+xml'),
  picture('gif'),
  'data:text/html;base64,PHNjcmlwdD4=',
  'data:image/png,<svg onload=alert(1)>',
  `${picture('png')}" onerror="alert(1)`,
  `${picture('png')}\n<svg/>`,
  'https://elsewhere.example/logo.png',
  'javascript:alert(1)',
  `data:image/png;base64,${'A'.repeat(150_000)}`,
])('a logo is never %.40s', async (logo) => {
  await changeSettings(ada, settings({ logo: picture('png') }));
  await expect(changeSettings(ada, { ...settings(), logo })).rejects.toThrow();
  expect((await organisationSettings(seller)).logo).toBe(picture('png'));
});

test('the log has what changed, before and after, and never a picture', async () => {
  await changeSettings(ada, settings({ logo: picture('jpeg'), bom: true }));
  const entries = (await platform.host.select().from(tables.auditEntry)).filter(
    ({ action }) => action === 'settings.change',
  );
  expect(entries.at(-1)).toMatchObject({
    ...{ partnerId: 'p1', actor: ada.actor.userId },
    detail: { logo: 'changed', bom: { before: false, after: true } },
  });
  expect(JSON.stringify(entries)).not.toMatch(/data:|iVBOR/);
  expect(await verifyAudit(platform.host)).toMatchObject({ broken: [] });
});

test('what changes nothing is no entry in the log', async () => {
  const count = async () => (await platform.host.select().from(tables.auditEntry)).length;
  const before = await count();
  await changeSettings(ada, await organisationSettings(ada));
  expect(await count()).toBe(before);
});
