import type { ParseArgsConfig } from 'node:util';
import type { Stores } from '../stores/open-stores';

type Options = NonNullable<ParseArgsConfig['options']>;
export type Given = { positionals: string[]; options: Record<string, string | boolean | undefined> };

/** Says how far long work is, on standard error. */
export type Progress = (line: string) => void;
export type Result = Record<string, unknown>;

/** One thing the command line can do. `run` returns what `--json` prints; `say` tells the same to a person. */
export type Verb = {
  name: string;
  usage: string;
  about: string;
  options?: Options;
  positionals?: { min: number; max: number };
  say: (result: Result) => string;
} & (
  | { stores: true; run: (given: Given, progress: Progress, stores: Stores) => Promise<Result> }
  | { stores: false; run: (given: Given, progress: Progress) => Promise<Result> }
);

/** Wrong words on the command line: told in one line with the verb's usage. */
export class UsageError extends Error {}

export function required(given: Given, name: string): string {
  const value = given.options[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing`);
  return value;
}

export function optional(given: Given, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === 'string' ? value : undefined;
}

export function wholeNumber(given: Given, name: string, fallback?: number): number {
  const text = optional(given, name);
  if (text === undefined && fallback !== undefined) return fallback;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new UsageError(`--${name} must be a whole number above 0`);
  return value;
}
