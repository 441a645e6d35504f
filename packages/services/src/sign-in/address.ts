import { isIPv4, isIPv6 } from 'node:net';

/** Set by our own handler, over whatever the request brought. */
export const ADDRESS_HEADER = 'x-ascent-address';

const FORWARDED = 'x-forwarded-for';
const PRIVATE = /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i;

/**
 * Where a request comes from: the last hop that is not of a private network. Each proxy appends what it saw,
 * so whatever a client claims stands further left and is not looked at.
 */
export function addressOf(headers: Headers): string {
  const hops = (headers.get(FORWARDED) ?? '')
    .split(',')
    .map((hop) => hop.trim().replace(/^::ffff:(?=\d+\.)/i, ''))
    .filter((hop) => isIPv4(hop) || isIPv6(hop));
  return hops.findLast((hop) => !PRIVATE.test(hop)) ?? hops.at(-1) ?? '127.0.0.1';
}

/** One household has a whole network of IPv6 addresses: they count as one. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
