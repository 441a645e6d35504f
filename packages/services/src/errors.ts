import { z } from 'zod';

export const ErrorCode = z.enum([
  'not-found',
  'forbidden',
  'signed-out',
  'invalid',
  'conflict',
  'too-many',
  'unavailable',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** An expected failure: its message may be shown. Anything else is a bug and stays in the log. */
export class ServiceError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ServiceError';
    this.code = code;
  }
}

/** The same answer for what does not exist and what one may not see. */
export function notFound(what: string): ServiceError {
  return new ServiceError('not-found', `${what} was not found`);
}
