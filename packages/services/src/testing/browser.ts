import type { Auth } from '../sign-in/auth';

/** A browser's part of talking to sign-in: it keeps cookies, names its origin and comes from one address. */
export function authBrowser(auth: Auth, { home, address = '192.0.2.1' }: { home: string; address?: string }) {
  const cookies = new Map<string, string>();
  const send = async (path: string, body?: object | string, headers: Record<string, string> = {}) => {
    const form = typeof body === 'string';
    const answer = await auth.handler(
      new Request(`${home}/api/auth${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
          origin: home,
          'x-forwarded-for': address,
          cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
          ...headers,
        },
        ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
        redirect: 'manual',
      }),
    );
    for (const each of answer.headers.getSetCookie()) {
      const [pair = '', ...rest] = each.split(';');
      const [name = '', ...value] = pair.split('=');
      if (rest.some((attribute) => /max-age=0$/i.test(attribute.trim()))) cookies.delete(name);
      else cookies.set(name, value.join('='));
    }
    return answer;
  };
  const cookie = () => [...cookies].map((pair) => pair.join('=')).join('; ');
  return {
    send,
    cookie,
    session: () => auth.api.getSession({ headers: new Headers({ cookie: cookie() }) }),
  };
}
