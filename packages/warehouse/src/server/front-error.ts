/** A failure with the status and the engine's code that the client is told. */
export class FrontError extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    // The stock client reads the code only from a message that ends in the error's name.
    super(
      `Code: ${code}. DB::Exception: ${/\([A-Z_0-9]+\)\s*$/.test(message) ? message.trimEnd() : `${message}. (REFUSED)`}`,
    );
    this.status = status;
    this.code = code;
  }
}

/** The engine's own exception as one of ours. */
export function toFrontError(cause: unknown): FrontError {
  if (cause instanceof FrontError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = Number(/Code: (\d+)/.exec(message)?.[1] ?? 1002);
  const text = message.replace(/^.*?DB::Exception: /s, '');
  return new FrontError(statusOf(code), code, text);
}

function statusOf(code: number): number {
  if (code === 497 || code === 164) return 403;
  if (code === 60 || code === 81) return 404;
  if (code === 159) return 408;
  if (code === 202 || code === 241) return 503;
  return [36, 43, 46, 47, 53, 62, 457, 6, 27, 41, 70, 72, 117, 26, 38].includes(code) ? 400 : 500;
}
