import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';

const HEADER = 12;

/** A name server on loopback that knows these text records, and a resolver that asks nobody else. */
export async function startNameServer(records: Map<string, string>) {
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => socket.send(answerTo(query, records), from.port, from.address));
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done));
  const resolver = new Resolver({ timeout: 1000, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return { resolver, close: () => new Promise<void>((done) => socket.close(() => done())) };
}

function answerTo(query: Buffer, records: Map<string, string>): Buffer {
  const { name, end } = nameIn(query);
  const question = query.subarray(HEADER, end + 4);
  const text = records.get(name);
  const header = Buffer.from(query.subarray(0, HEADER));
  // An answer, authoritative; no such name where there is no record.
  header.writeUInt16BE(text === undefined ? 0x8583 : 0x8580, 2);
  header.writeUInt16BE(text === undefined ? 0 : 1, 6);
  header.fill(0, 8);
  if (text === undefined) return Buffer.concat([header, question]);
  const answer = Buffer.alloc(HEADER);
  answer.writeUInt16BE(0xc000 | HEADER, 0);
  answer.writeUInt16BE(16, 2);
  answer.writeUInt16BE(1, 4);
  answer.writeUInt32BE(60, 6);
  answer.writeUInt16BE(text.length + 1, 10);
  return Buffer.concat([header, question, answer, Buffer.from([text.length]), Buffer.from(text)]);
}

function nameIn(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = HEADER;
  for (let size = query[at]!; size > 0; size = query[at]!) {
    labels.push(query.subarray(at + 1, at + 1 + size).toString());
    at += size + 1;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 };
}
