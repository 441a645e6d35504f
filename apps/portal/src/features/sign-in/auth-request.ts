/** One of sign-in's endpoints; the status is all that the forms need. */
export async function authRequest(path: string, body: Record<string, string>): Promise<number> {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.status;
  } catch {
    return 0;
  }
}

/** The same words for an unknown address and a wrong password. */
export function failureOf(status: number): 'refused' | 'tooMany' | 'unavailable' {
  if (status === 429) return 'tooMany';
  return status >= 400 && status < 500 ? 'refused' : 'unavailable';
}
