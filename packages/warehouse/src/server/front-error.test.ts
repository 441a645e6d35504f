import { describe, expect, test } from 'vitest';
import { FrontError, toFrontError } from './front-error';

describe('an exception of the engine', () => {
  const cases: [message: string, status: number, code: number][] = [
    ['Query failed: Code: 60. DB::Exception: Table t does not exist. (UNKNOWN_TABLE)', 404, 60],
    ['Code: 62. DB::Exception: Syntax error. (SYNTAX_ERROR)', 400, 62],
    ['Code: 497. DB::Exception: Not enough privileges. (ACCESS_DENIED)', 403, 497],
    ['Code: 164. DB::Exception: readonly. (READONLY)', 403, 164],
    ['Code: 159. DB::Exception: Timeout exceeded. (TIMEOUT_EXCEEDED)', 408, 159],
    ['Code: 241. DB::Exception: memory limit. (MEMORY_LIMIT_EXCEEDED)', 503, 241],
    ['Code: 395. DB::Exception: boom. (FUNCTION_THROW_IF_VALUE_IS_NON_ZERO)', 500, 395],
    ['something else', 500, 1002],
  ];
  test.each(cases)('%j: status %i, code %i', (message, status, code) => {
    const error = toFrontError(new Error(message));
    expect(error).toMatchObject({ status, code });
    expect(error.message).toMatch(new RegExp(`^Code: ${code}\\. DB::Exception: .*\\([A-Z_]+\\)$`));
  });
});

test('our own refusal passes as it is', () => {
  const error = new FrontError(503, 202, 'Too many');
  expect(toFrontError(error)).toBe(error);
  expect(error.message).toBe('Code: 202. DB::Exception: Too many. (REFUSED)');
});
