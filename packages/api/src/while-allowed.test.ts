import { Readable } from 'node:stream';
import { partnerActor } from '@ascent/services/testing';
import { expect, test } from 'vitest';
import { whileAllowed } from './while-allowed';

const ada = partnerActor('p1');
/** Ten lines, one every few milliseconds. */
async function* slowly() {
  for (let n = 0; n < 10; n++) {
    await new Promise((done) => setTimeout(done, 10));
    yield `${n}\n`;
  }
}
const read = async (body: Readable) => {
  let text = '';
  for await (const chunk of body) text += chunk;
  return text;
};

test('a file goes on to its end while the rights stay what they were', async () => {
  const body = whileAllowed(Readable.from(slowly()), ada, async () => ({ ...ada, name: 'Ada L.' }), 15);
  expect(await read(body)).toBe('0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n');
});

test.each([
  ['are gone', null],
  ['are fewer', { ...ada, seesSensitive: false }],
  ['are of fewer places', { ...ada, locations: ['L1'] }],
])('and breaks off when they %s', async (_what, now) => {
  const body = whileAllowed(Readable.from(slowly()), ada, async () => now, 15);
  await expect(read(body)).rejects.toThrow('the rights to this file were taken');
});
