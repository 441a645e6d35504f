/** A failed statement: the engine's code (null when it never answered), its message and how the SQL began. */
export class WarehouseError extends Error {
  readonly code: number | null;
  readonly sql: string;

  constructor(
    { code, message, sql }: { code: number | null; message: string; sql: string },
    options?: { cause?: unknown },
  ) {
    super(`${message} [${sql.slice(0, 200).replaceAll(/\s+/g, ' ')}]`, options);
    this.name = 'WarehouseError';
    this.code = code;
    this.sql = sql;
  }
}

export function toWarehouseError(cause: unknown, sql: string): WarehouseError {
  if (cause instanceof WarehouseError) return cause;
  const { code, message } = cause as { code?: string; message?: string };
  const number = Number(code);
  return new WarehouseError(
    { code: Number.isInteger(number) ? number : null, message: message ?? String(cause), sql },
    { cause },
  );
}

/** Nothing reached the engine: any statement may be sent again. */
export function neverArrived(cause: unknown): boolean {
  const { code } = cause as { code?: string };
  return code === 'ECONNREFUSED' || code === '202';
}

/** The connection broke: a read may be sent again, a write only when it is idempotent. */
export function brokeOff(cause: unknown): boolean {
  if (cause instanceof WarehouseError) return cause.code === null && brokeOff(cause.cause ?? {});
  const { code, message } = cause as { code?: string; message?: string };
  return (
    ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET'].includes(code ?? '') ||
    /socket hang up|aborted/.test(message ?? '')
  );
}
