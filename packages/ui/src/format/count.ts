import type { Locale } from '@ascent/schemas';
import type { Noun } from '../words/words';
import { formatInteger } from './number';

/** 1 account, 86 accounts. */
export function formatCount(count: number, noun: Noun, locale: Locale): string {
  return `${formatInteger(count, locale)} ${count === 1 ? noun.one : noun.many}`;
}
