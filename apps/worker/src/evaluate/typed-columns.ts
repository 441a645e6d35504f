import type { Column } from '@ascent/scoring';

export const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number when every value that is not empty is written as one; else a category. Empty is missing. */
export function typedColumn(name: string, texts: string[], isCategory: boolean): Column {
  const trimmed = texts.map((text) => text.trim());
  if (!isCategory && trimmed.every((text) => text === '' || NUMBER.test(text)))
    return {
      kind: 'number',
      name,
      values: Float64Array.from(trimmed, (text) => (text === '' ? Number.NaN : Number(text))),
    };
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from(trimmed, (text) => {
    if (text === '') return -1;
    const code = codeOf.get(text) ?? codeOf.size;
    codeOf.set(text, code);
    return code;
  });
  return { kind: 'category', name, codes, levels: [...codeOf.keys()] };
}
