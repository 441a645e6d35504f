/** A page of sign-in that knows where to go afterwards. */
export function withNext(path: string, next: string): string {
  return `${path}?${new URLSearchParams({ next })}`;
}
