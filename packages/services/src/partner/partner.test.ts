import { tables, withTenant } from '@ascent/db';
import { notInArray } from 'drizzle-orm';
import { afterAll, expect, inject, test } from 'vitest';
import { collectInputs } from '../release/inputs';
import { feedFiles, freshPlatform } from '../testing';
import { listPartners, partnerById } from './get';
import { syncPartners } from './sync';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform, jobs, owner } = stores;
const { ingest, remove } = await feedFiles(stores);
afterAll(async () => {
  await stores.drop();
  await remove();
});

const HEADER = 'partner_id,partner_name,location_id,location_name,country,city';
async function load(...lines: string[]) {
  await ingest(`${[HEADER, ...lines].join('\n')}\n`, { feed: 'partners' });
  const { inputs } = await collectInputs(platform.host);
  return syncPartners({ ...platform, warehouse: jobs, loads: inputs.partners });
}

test('partners of the feed become organisations beside the host’s, each with its locations', async () => {
  const { partners } = await load(
    '100,Contoso,L1,Contoso Lisbon,Portugal,Lisbon',
    '100,Contoso,L2,Contoso Porto,Portugal,',
    '200,Fabrikam,L3,Fabrikam,,',
  );
  expect(partners).toBe(2);
  expect(await listPartners(platform.host)).toEqual([
    { partnerId: '100', name: 'Contoso' },
    { partnerId: '200', name: 'Fabrikam' },
  ]);
  const organisations = await owner.select().from(tables.organization);
  expect(organisations.map(({ id, name }) => [id, name]).sort()).toEqual([
    ['100', 'Contoso'],
    ['200', 'Fabrikam'],
    ['host', 'Host'],
  ]);
  const own = await withTenant(platform.app, '100', (tx) => tx.select().from(tables.location));
  expect(own.map((row) => row.name).sort()).toEqual(['Contoso Lisbon', 'Contoso Porto']);
});

test('a later file renames and adds, and running it again changes nothing', async () => {
  await load('100,Contoso Ltd,L1,Contoso Lisboa,Portugal,Lisboa', '300,Adatum,L4,Adatum,,');
  const before = await owner.select().from(tables.location);
  const { inputs } = await collectInputs(platform.host);
  await syncPartners({ ...platform, warehouse: jobs, loads: inputs.partners });
  expect(await owner.select().from(tables.location)).toEqual(before);
  expect(before).toHaveLength(4);
  expect(before.find((row) => row.locationId === 'L1')).toMatchObject({
    name: 'Contoso Lisboa',
    city: 'Lisboa',
  });
  expect((await listPartners(platform.host)).map((line) => line.partnerId)).toEqual(['100', '200', '300']);
});

test('no partner can take the name of the host or of the public desk', async () => {
  for (const id of ['host', 'public']) {
    const { inputs } = await collectInputs(platform.host);
    await expect(load(`${id},Intruder,L9,Somewhere,,`)).rejects.toThrow(`the id "${id}"`);
    await platform.host.delete(tables.load).where(notInArray(tables.load.seq, inputs.partners));
  }
});

test('a partner that there is not is named', async () => {
  await expect(partnerById(platform.host, '999')).rejects.toMatchObject({
    code: 'not-found',
    message: 'there is no partner 999',
  });
});
