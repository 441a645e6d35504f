import { randomInt } from 'node:crypto';

const COUNT = 10;
const LENGTH = 10;
/** Nothing that is read for something else: no 0 and o, no 1, i and l. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/** Ten codes of 49 bits each, in two halves, for a sheet of paper. */
export function recoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
  });
}
