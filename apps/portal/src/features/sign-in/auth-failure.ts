import type { AuthAnswer } from './auth-request';

const BY_CODE = {
  SSO_REQUIRED: 'ssoRequired',
  SSO_NOT_SET_UP: 'noSso',
  EMAIL_NOT_VERIFIED: 'unverified',
  SESSION_NOT_FRESH: 'notFresh',
  INVALID_TWO_FACTOR_COOKIE: 'expired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'expired',
} as const;

export type AuthFailure = {
  why: (typeof BY_CODE)[keyof typeof BY_CODE] | 'refused' | 'tooMany' | 'unavailable';
  minutes: number;
};

/** Why it did not work, in our terms; the same for an unknown address and a wrong password. */
export function failureIn({ status, code, minutes }: AuthAnswer): AuthFailure | null {
  if (status >= 200 && status < 300) return null;
  if (status === 429) return { why: 'tooMany', minutes };
  const known = Object.entries(BY_CODE).find(([name]) => name === code)?.[1];
  if (known) return { why: known, minutes };
  return { why: status >= 400 && status < 500 ? 'refused' : 'unavailable', minutes };
}
