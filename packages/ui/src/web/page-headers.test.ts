import { expect, test } from 'vitest';
import { isReadable, PATH_HEADER, pageHeaders } from './page-headers';

const request = {
  headers: new Headers({ 'accept-language': 'pt', [PATH_HEADER]: '/forged' }),
  nextUrl: { pathname: '/audiences', search: '?cohort=copilot' },
};

test('the request takes its own address along, not one that was sent', () => {
  const { headers } = pageHeaders(request, false);
  expect(headers.get(PATH_HEADER)).toBe('/audiences?cohort=copilot');
  expect(headers.get('accept-language')).toBe('pt');
});

test('request and response name the same nonce, and each response another one', () => {
  const { headers, policy } = pageHeaders(request, false);
  expect(headers.get('Content-Security-Policy')).toBe(policy);
  expect(policy).not.toBe(pageHeaders(request, false).policy);
});

test('text runs as code in development only', () => {
  expect(pageHeaders(request, false).policy).not.toContain('unsafe-eval');
  expect(pageHeaders(request, true).policy).toContain("'unsafe-eval'");
});

test.each([
  ['/accounts/a%20b', true],
  ['/accounts/%F0%9F%98%80', true],
  ['/accounts/%ff', false],
  ['/accounts/%', false],
])('whether %s can be read as a text: %s', (pathname, readable) => {
  expect(isReadable(pathname)).toBe(readable);
});
