import { expect, test } from 'vitest';
import { addressOf, networkOf } from './address';

test.each([
  [undefined, '127.0.0.1'],
  ['127.0.0.1', '127.0.0.1'],
  ['198.51.100.7', '198.51.100.7'],
  ['10.0.0.1, 198.51.100.7', '198.51.100.7'],
  ['198.51.100.1, 203.0.113.9', '203.0.113.9'],
  ['198.51.100.1, 203.0.113.9, 10.1.2.3, 127.0.0.1', '203.0.113.9'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8::7, ::1', '2001:db8::7'],
  ['somebody, 1.2.3', '127.0.0.1'],
])('forwarded for %j comes from %s', (forwarded, address) => {
  expect(addressOf(new Headers(forwarded ? { 'x-forwarded-for': forwarded } : {}))).toBe(address);
});

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1::6', '2001:db8:1:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
