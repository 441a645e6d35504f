/** Whether a procedure failed for what is not there; what one may not see, or misspelt, is not there either. */
export function isMissing(cause: unknown): boolean {
  return ['NOT_FOUND', 'FORBIDDEN', 'BAD_REQUEST'].includes(codeOf(cause));
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
