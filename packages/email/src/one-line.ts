const NAME_MAX = 120;

/** What somebody wrote as part of a sentence of ours: one line, and not endless. */
export function oneLine(text: string, max = NAME_MAX): string {
  const characters = [...text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()];
  return characters.length <= max ? characters.join('') : `${characters.slice(0, max).join('')}…`;
}
