import { tables } from '@ascent/db';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { twoReleases } from '../compare/two-releases.fixture';
import { listNotifications } from '../notification/list';
import { freshPlatform, hostActor, partnerActor, queuedMails, syncTestPartners } from '../testing';
import { decideFeedback, feedbackQueue, giveFeedback, listFeedback } from './feedback';

const stores = await freshPlatform({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
const { platform } = stores;
afterAll(stores.drop);
beforeAll(() => twoReleases(stores));

const as = (partner: string, rights: Parameters<typeof partnerActor>[1] = {}) => ({
  platform,
  actor: partnerActor(partner, rights),
});
const ada = as('p1');
const viewer = as('p1', { userId: 'vic', name: 'Vic', seesSensitive: false });
const host = { platform, actor: hostActor() };
const wrongCountry = {
  accountId: 'a1',
  subject: 'Country',
  claimedValue: 'Portugal',
  comment: 'I was there',
};
const PORTAL = 'http://portal.test';

describe('what is called wrong', () => {
  test('keeps what was shown beside what it should be, read by the server', async () => {
    const { id } = await giveFeedback(viewer, wrongCountry);
    const line = (await listFeedback(ada, 'a1')).find((each) => each.id === id);
    expect(line).toMatchObject({
      ...{ author: 'Vic', subject: 'Country', shownValue: 'Brazil', claimedValue: 'Portugal' },
      ...{ status: 'open', answer: null, accountName: 'Account a1' },
    });
  });

  test('is of an account that one sees: another partner’s, or another location’s, is not found', async () => {
    for (const reader of [as('p2'), as('p1', { locations: ['L2'] }), as('p1', { locations: [] })]) {
      await expect(giveFeedback(reader, wrongCountry)).rejects.toMatchObject({ code: 'not-found' });
      await expect(listFeedback(reader, 'a1')).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  test('is a column that one may see; to a report viewer revenue does not exist, also not in others’ words', async () => {
    const revenue = { ...wrongCountry, subject: 'AzureRevenuePotential', claimedValue: '$100K+' };
    await giveFeedback(ada, revenue);
    for (const bad of [revenue, { ...wrongCountry, subject: 'ExpiringRevenue' }])
      await expect(giveFeedback(viewer, bad)).rejects.toMatchObject({ code: 'invalid' });
    await expect(giveFeedback(ada, { ...wrongCountry, subject: 'partner_id' })).rejects.toMatchObject({
      code: 'invalid',
    });
    const subjects = async (reader: typeof ada) =>
      (await listFeedback(reader, 'a1')).map((each) => each.subject);
    expect(await subjects(ada)).toContain('AzureRevenuePotential');
    expect(await subjects(viewer)).not.toContain('AzureRevenuePotential');
  });
});

describe('the host', () => {
  test('alone sees the queue and decides; for others there is none', async () => {
    const { id } = await giveFeedback(ada, wrongCountry);
    await expect(feedbackQueue(ada)).rejects.toMatchObject({ code: 'not-found' });
    await expect(decideFeedback(ada, { id, accept: true, answer: 'Mine' }, PORTAL)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await listFeedback(ada, 'a1')).find((each) => each.id === id)!.status).toBe('open');
  });

  test('answers, both values stay, and whoever said it is told', async () => {
    await stores.owner.insert(tables.user).values({ id: 'ada-of-p1', name: 'Ada', email: 'ada@p1.example' });
    const { id } = await giveFeedback(ada, wrongCountry);
    await decideFeedback(host, { id, accept: false, answer: 'The register says Brazil' }, PORTAL);
    expect((await listFeedback(ada, 'a1')).find((each) => each.id === id)).toMatchObject({
      ...{ status: 'declined', answer: 'The register says Brazil' },
      ...{ shownValue: 'Brazil', claimedValue: 'Portugal' },
    });
    expect((await listNotifications(ada)).lines[0]).toMatchObject({ kind: 'feedback', href: '/accounts/a1' });
    expect((await queuedMails(platform.queue)).map(({ to }) => to)).toEqual(['ada@p1.example']);
  });

  test('sees the open ones of all partners first', async () => {
    await giveFeedback(as('p2'), { ...wrongCountry, accountId: 'theirs' });
    const statuses = (await feedbackQueue(host)).map(({ status }) => status);
    expect(statuses).toEqual([...statuses].sort((a, b) => Number(a !== 'open') - Number(b !== 'open')));
    await syncTestPartners(stores, ['p1']);
    const names = new Map((await feedbackQueue(host)).map((line) => [line.partnerId, line.partnerName]));
    expect(Object.fromEntries(names)).toEqual({ p1: 'Partner p1', p2: 'p2' });
  });

  test('cannot decide what is not there, nor without an answer', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    await expect(decideFeedback(host, { id, accept: true, answer: 'Yes' }, PORTAL)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(decideFeedback(host, { id, accept: true, answer: ' ' }, PORTAL)).rejects.toThrow();
  });
});
