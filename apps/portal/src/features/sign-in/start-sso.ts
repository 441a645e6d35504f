import { type AuthAnswer, askAuth, textIn } from './auth-request';

/** Leaves for the identity provider; `next` is an address that the server has checked. */
export async function startSso(
  who: { email: string } | { providerId: string },
  next: string,
): Promise<AuthAnswer> {
  const answer = await askAuth('sign-in/sso', {
    ...who,
    callbackURL: next,
    errorCallbackURL: new URL('/sign-in/refused', window.location.origin).href,
  });
  const url = textIn(answer.body, 'url');
  if (answer.status === 200 && url) window.location.assign(url);
  return answer;
}
