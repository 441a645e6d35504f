import { describe, expect, test } from 'vitest';
import { inviteMail, resetMail, verifyMail } from './sign-in';
import { answeredMail, type Mail, receivedMail } from './support';

const URL = 'https://portal.example/reset?token=a%2Fb&callbackURL=%2F';
const mails = (name: string, text = 'The file is empty'): Record<string, Mail> => ({
  reset: resetMail({ name, url: URL }),
  verify: verifyMail({ name, url: URL }),
  invite: inviteMail({ name, inviter: text, organisation: text, hours: 72, url: URL }),
  received: receivedMail({ name, number: 17, summary: text }),
  answered: answeredMail({ name, number: 17, answer: text, closed: false }),
  closed: answeredMail({ name, number: 17, answer: text, closed: true }),
});
const KINDS = Object.keys(mails('Ada'));

describe.each(KINDS)('the mail "%s"', (kind) => {
  const mail = (name: string, text?: string) => mails(name, text)[kind]!;

  test('greets by name in both languages, English first, and signs twice', () => {
    const { text } = mail('Ada Executive');
    expect(text.indexOf('Hello Ada Executive,')).toBe(0);
    expect(text.indexOf('Olá, Ada Executive,')).toBeGreaterThan(text.indexOf('\n\n--\n\n'));
    expect(text.match(/^Ascent$/gm)).toHaveLength(2);
  });

  test('is plain text: markup in what people wrote stays what they wrote', () => {
    const markup = '<script>alert(1)</script> & <b>"bold"</b>';
    const written = mail(markup, markup);
    expect(Object.keys(written).sort()).toEqual(['subject', 'text']);
    expect(written.text).toContain(`Hello ${markup},`);
    expect(written.text).not.toContain('&lt;');
    expect(written.subject).not.toContain('<');
  });

  test('has a subject of one line that nobody outside has a say in', () => {
    const hostile = 'Ada\r\nBcc: all@example.com\r\n\r\nbuy now';
    expect(mail(hostile, hostile).subject).toBe(mail('Ada', 'x').subject);
    expect(mail(hostile, hostile).subject).toMatch(/^[^\r\n]{10,100}$/);
  });

  test('keeps a name on the line of the greeting, however it is written', () => {
    const { text } = mail('Ada\r\n\r\nYour account is closed:\u2028 http://bad.example\t!');
    expect(text.split('\n')[0]).toBe('Hello Ada Your account is closed: http://bad.example !,');
  });

  test('cuts a name that is endlessly long, not a long one', () => {
    const long = 'João Guilherme de Albuquerque e Castro Vasconcelos de Souza Leão Cavalcanti Wanderley Lins';
    expect(mail(long).text).toContain(`Hello ${long},`);
    const [greeting] = mail('😀'.repeat(10_000)).text.split('\n');
    expect([...greeting!].length).toBeLessThan(140);
    expect(greeting).toMatch(/^Hello 😀+…,$/u);
  });
});

test('a reset mail holds the link as it is, once a language, and its end', () => {
  const { subject, text } = resetMail({ name: 'Ada', url: URL });
  expect(subject).toBe('Choose a new password / Escolha uma nova senha');
  expect(text.split('\n').filter((line) => line === URL)).toHaveLength(2);
  expect(text).toContain('within one hour');
  expect(text).toContain('em até uma hora');
  expect(text).toContain('If you did not ask for it, do nothing.');
});

test('an address is confirmed by a link, and an invitation says from whom, for whom and how long', () => {
  const verify = verifyMail({ name: 'Ada', url: URL });
  expect(verify.text.split('\n').filter((line) => line === URL)).toHaveLength(2);
  expect(verify.text).toContain('within one hour');
  const invite = inviteMail({ name: 'Ada', inviter: 'Rui\nLima', organisation: 'One', hours: 72, url: URL });
  expect(invite.text).toContain('Rui Lima invites you to Ascent for One. Accept here within 72 hours:');
  expect(invite.text).toContain('Rui Lima convida você para o Ascent de One. Aceite aqui em até 72 horas:');
  expect(invite.text.split('\n').filter((line) => line === URL)).toHaveLength(2);
});

test('a receipt tells the number to quote and what was asked', () => {
  const { subject, text } = receivedMail({ name: 'Ada', number: 17, summary: 'The file is\nempty' });
  expect(subject).toBe('Request 17 received / Pedido 17 recebido');
  expect(text).toContain('we have your request 17, "The file is empty".');
  expect(text).toContain('recebemos seu pedido 17, "The file is empty".');
});

test('an answer is told whole, line by line, and whether one can go on', () => {
  const answer = 'First:\n- this\n- that\n\nThen wait.';
  const open = answeredMail({ name: 'Ada', number: 17, answer, closed: false });
  expect(open.subject).toBe('Answer to request 17 / Resposta ao pedido 17');
  expect(open.text.split(answer)).toHaveLength(3);
  expect(open.text).toContain('You can reply under Help.');
  expect(open.text).not.toContain('closed');
  const closed = answeredMail({ name: 'Ada', number: 17, answer, closed: true });
  expect(closed.text).toContain('The request is now closed.');
  expect(closed.text).toContain('O pedido está encerrado.');
  expect(closed.text).not.toContain('reply');
});
