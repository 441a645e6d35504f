/** What sign-in answered: a status of 0 is no answer at all. */
export type AuthAnswer = { status: number; code: string | null; minutes: number; body: unknown };

/** One of sign-in's endpoints; without a body it is only asked. */
export async function askAuth(path: string, body?: object): Promise<AuthAnswer> {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json().catch(() => null);
    const seconds = Number(response.headers.get('Retry-After') ?? 60);
    return {
      status: response.status,
      code: textIn(answer, 'code'),
      minutes: Math.ceil(seconds / 60),
      body: answer,
    };
  } catch {
    return { status: 0, code: null, minutes: 0, body: null };
  }
}

/** The status is all that is needed. */
export async function authRequest(path: string, body: Record<string, string>): Promise<number> {
  return (await askAuth(path, body)).status;
}

export function textIn(body: unknown, name: string): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const value = (body as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : null;
}
