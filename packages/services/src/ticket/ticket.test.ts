import { randomUUID } from 'node:crypto';
import { tables } from '@ascent/db';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest';
import { verifyAudit } from '../audit/verify';
import type { Actor } from '../context';
import { freshPlatform, hostActor, partnerActor, queuedMails } from '../testing';
import { addNote, answerTicket } from './answer';
import { getAnyTicket, getOwnTicket, listOwnTickets, ticketQueue } from './list';
import { openPublicTicket, openTicket } from './open';
import type { NewTicket, PublicTicket } from './schemas';

const { platform, owner, drop } = await freshPlatform({
  postgresUrl: inject('postgresUrl'),
  warehouse: inject('warehouse'),
});
afterAll(drop);
afterEach(async () => {
  await owner.delete(tables.ticket);
  await queuedMails(platform.queue);
});

const as = (actor: Actor) => ({ platform, actor });
const ada = as(partnerActor('p1'));
const host = as(hostActor());
const others: [string, ReturnType<typeof as>][] = [
  ['a colleague', as(partnerActor('p1', { userId: 'rui' }))],
  ['the same person at another organisation', as(partnerActor('p2', { userId: ada.actor.userId }))],
  ['somebody of another organisation', as(partnerActor('p2'))],
  ['the host as if it were its own', host],
];
const request: NewTicket = {
  topic: 'portal',
  problemType: 'report',
  severity: 'critical',
  summary: '  The file is empty  ',
  details: 'I downloaded it twice today.',
};
const outside: PublicTicket = {
  name: 'Eva',
  email: 'Eva@Outside.example',
  summary: 'I cannot sign in',
  details: 'The page says no to my password.',
};

describe('a request from inside', () => {
  test('is open, numbered, mailed a receipt and seen by who asked', async () => {
    const first = await openTicket(ada, request);
    const second = await openTicket(ada, { ...request, summary: 'Another thing' });
    expect(second.number).toBeGreaterThan(first.number);
    expect((await listOwnTickets(ada)).map((line) => line.id)).toEqual([second.id, first.id]);
    expect(await getOwnTicket(ada, first.id)).toMatchObject({
      number: first.number,
      summary: 'The file is empty',
      severity: 'critical',
      status: 'open',
      email: 'ada@p1.example',
      notes: [],
    });
    const mails = await queuedMails(platform.queue);
    expect(mails.map(({ to, subject }) => [to, subject]).sort()).toEqual([
      ['ada@p1.example', `Request ${first.number} received / Pedido ${first.number} recebido`],
      ['ada@p1.example', `Request ${second.number} received / Pedido ${second.number} recebido`],
    ]);
  });

  test.each(others)('is not there for %s', async (_who, other) => {
    const { id } = await openTicket(ada, request);
    expect(await listOwnTickets(other)).toEqual([]);
    await expect(getOwnTicket(other, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(addNote(other, { ticketId: id, body: 'mine' })).rejects.toMatchObject({ code: 'not-found' });
    expect((await getOwnTicket(ada, id)).notes).toEqual([]);
  });

  test.each<[string, Partial<NewTicket>]>([
    ['a summary of spaces', { summary: '         ' }],
    ['hardly any details', { details: 'help' }],
    ['a topic that there is not', { topic: 'billing' as 'portal' }],
    ['a summary without end', { summary: 'x'.repeat(201) }],
  ])('is refused with %s', async (_what, change) => {
    await expect(openTicket(ada, { ...request, ...change })).rejects.toThrow();
    expect(await listOwnTickets(ada)).toEqual([]);
    expect(await queuedMails(platform.queue)).toEqual([]);
  });
});

describe('a request from outside', () => {
  test('is kept at the public desk, where no partner sees it and the host does', async () => {
    const { number } = await openPublicTicket(platform, outside);
    const [line] = await ticketQueue(host);
    expect(line).toMatchObject({
      number,
      partnerId: 'public',
      email: 'eva@outside.example',
      topic: 'sign-in',
    });
    expect(await listOwnTickets(ada)).toEqual([]);
    expect((await queuedMails(platform.queue)).map((mail) => mail.to)).toEqual(['eva@outside.example']);
  });

  test('is taken five times an hour from one address, whatever its letters; others go on', async () => {
    for (let n = 0; n < 5; n++) await openPublicTicket(platform, outside);
    const sixth = { ...outside, email: 'EVA@outside.EXAMPLE' };
    await expect(openPublicTicket(platform, sixth)).rejects.toMatchObject({ code: 'too-many' });
    await openPublicTicket(platform, { ...outside, email: 'ivo@outside.example' });
    expect(await queuedMails(platform.queue)).toHaveLength(6);
    await owner.update(tables.ticket).set({ createdAt: sql`created_at - interval '61 minutes'` });
    await openPublicTicket(platform, outside);
  });

  test('is not taken more often because they come at once', async () => {
    const all = Array.from({ length: 12 }, () => openPublicTicket(platform, outside));
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await ticketQueue(host)).toHaveLength(5);
  });

  test.each<[string, Partial<PublicTicket>]>([
    ['no address', { email: 'eva' }],
    ['two addresses', { email: 'a@x.example,b@x.example' }],
    ['an address with a header behind it', { email: 'a@x.example\nBcc: b@x.example' }],
    ['no name', { name: '  ' }],
    ['a name without end', { name: 'x'.repeat(121) }],
  ])('is refused with %s', async (_what, change) => {
    await expect(openPublicTicket(platform, { ...outside, ...change })).rejects.toThrow();
    expect(await ticketQueue(host)).toEqual([]);
  });
});

describe('an answer of the host', () => {
  test('waits for who asked, is mailed and told; a reply opens the request again', async () => {
    const { id, number } = await openTicket(ada, request);
    await queuedMails(platform.queue);
    await answerTicket(host, { ticketId: id, body: 'Which file?', close: false });
    expect(await getOwnTicket(ada, id)).toMatchObject({
      status: 'attention-needed',
      notes: [{ author: 'Hans', byHost: true, body: 'Which file?' }],
    });
    const [mail] = await queuedMails(platform.queue);
    expect(mail).toMatchObject({
      to: 'ada@p1.example',
      subject: expect.stringContaining(`request ${number}`),
    });
    expect(mail!.text).toContain('Which file?');
    await addNote(ada, { ticketId: id, body: 'The Azure one.' });
    expect(await getOwnTicket(ada, id)).toMatchObject({
      status: 'open',
      notes: [{ byHost: true }, { author: 'Ada', byHost: false, body: 'The Azure one.' }],
    });
    expect(await queuedMails(platform.queue)).toEqual([]);
  });

  test('can close, and then the request is off the queue until who asked comes back', async () => {
    const { id } = await openTicket(ada, request);
    await answerTicket(host, { ticketId: id, body: 'Done.', close: true });
    expect(await getAnyTicket(host, id)).toMatchObject({ status: 'closed' });
    expect(await ticketQueue(host)).toEqual([]);
    const again = answerTicket(host, { ticketId: id, body: 'Really.', close: true });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
    const mails = await queuedMails(platform.queue);
    expect(mails.filter((mail) => mail.text.includes('The request is now closed.'))).toHaveLength(1);
    expect(mails).toHaveLength(2);
    await addNote(ada, { ticketId: id, body: 'It is empty again.' });
    expect((await ticketQueue(host)).map((line) => line.id)).toEqual([id]);
    const [row] = await owner.select().from(tables.ticket).where(eq(tables.ticket.id, id));
    expect(row!.closedAt).toBe(null);
  });

  test('can be given by the host only', async () => {
    const { id } = await openTicket(ada, request);
    const answer = answerTicket(ada, { ticketId: id, body: 'Mine.', close: true });
    await expect(answer).rejects.toMatchObject({ code: 'not-found' });
    await expect(ticketQueue(ada)).rejects.toMatchObject({ code: 'not-found' });
    await expect(getAnyTicket(ada, id)).rejects.toMatchObject({ code: 'not-found' });
    const missing = answerTicket(host, { ticketId: randomUUID(), body: 'x', close: false });
    await expect(missing).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('the queue of the host is over all organisations, oldest first', async () => {
  const first = await openTicket(ada, request);
  const second = await openPublicTicket(platform, outside);
  const third = await openTicket(as(partnerActor('p2')), request);
  const numbers = (await ticketQueue(host)).map((line) => line.number);
  expect(numbers).toEqual([first.number, second.number, third.number]);
});

test('every act stands in the chain of the organisation that asked', async () => {
  await owner.delete(tables.auditEntry);
  const { id } = await openTicket(ada, request);
  await answerTicket(host, { ticketId: id, body: 'Which file?', close: false });
  await addNote(ada, { ticketId: id, body: 'The Azure one.' });
  await openPublicTicket(platform, outside);
  const entries = await owner.select().from(tables.auditEntry).orderBy(tables.auditEntry.seq);
  expect(entries.map((entry) => [entry.partnerId, entry.action, entry.actor]).sort()).toEqual([
    ['p1', 'ticket.answer', 'hans'],
    ['p1', 'ticket.note', 'ada-of-p1'],
    ['p1', 'ticket.open', 'ada-of-p1'],
    ['public', 'ticket.open', 'public'],
  ]);
  expect((await verifyAudit(platform.host)).broken).toEqual([]);
});
