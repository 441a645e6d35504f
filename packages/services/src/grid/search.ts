import { plainText, type Search } from '@ascent/warehouse';

const WORDS_MAX = 4;
/** Two letters more or less would find nearly anything. */
const WORD_MIN = 3;

/** What to look for when the text itself is nowhere: its words, give or take a letter. */
export function similarTo(text: string): Search {
  const words = plainText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= WORD_MIN && /^[a-z0-9]+$/.test(word));
  return { similar: words.slice(0, WORDS_MAX).map((word) => word.slice(0, 30)) };
}
