import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const tokens = new Map(
  [...read('./styles.css').matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((m) => [
    m[1]!,
    [m[2]!, m[3]!],
  ]),
);

describe('no colour literal stands outside the token block', () => {
  test.each(readdirSync(new URL('./styles', import.meta.url)))('%s', (sheet) => {
    expect(read(`./styles/${sheet}`)).not.toMatch(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i);
  });
});

const surfaces = ['bg', 'surface', 'raised', 'sunken', 'hover', 'selected'];
const inks = 'ink ink-2 ink-3 link fit-ink intent-ink up down warn danger ok'.split(' ');
const clusters = ['act', 'eval', 'nur', 'edu'];
const text = [
  ...surfaces.flatMap((surface) => inks.map((ink) => [ink, surface])),
  ...clusters.flatMap((key) => [`${key}-ink`, 'ink', 'ink-2'].map((ink) => [ink, `${key}-soft`])),
  ...['fit', 'intent'].map((key) => [`${key}-ink`, `${key}-soft`]),
  ...['ok', 'warn', 'danger'].flatMap((key) => [
    [key, `${key}-soft`],
    ['ink', `${key}-soft`],
  ]),
  ['action-ink', 'action'],
  ['surface', 'danger'],
  ['ink-2', 'track'],
] as [string, string][];
const marks = 'focus control-line fit intent up down base act eval treat hold d1'.split(' ');

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (_, theme) => {
  test.each(text)('text %s on %s is 4.5:1', (ink, surface) => {
    expect(contrast(ink, surface, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(marks)('mark %s is 3:1', (mark) => {
    expect(contrast(mark, 'surface', theme)).toBeGreaterThanOrEqual(3);
  });
});

function contrast(a: string, b: string, theme: 0 | 1): number {
  const [low, high] = [luminance(a, theme), luminance(b, theme)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(token: string, theme: 0 | 1): number {
  const hex = tokens.get(token)![theme]!;
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
