import type { SegmentCode } from '@ascent/schemas';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CUTS } from './levels';
import { cellName, levelSpan, type MatrixCell, matrixRows } from './matrix';

const row = (a: SegmentCode, b: SegmentCode, c: SegmentCode, d: SegmentCode) => ({
  High: a,
  Medium: b,
  Low: c,
  'Very low': d,
});
const codes = {
  High: row('A1', 'A2', 'A3', 'A4'),
  Medium: row('E5', 'E6', 'E7', 'E8'),
  Low: row('N9', 'N9', 'N9', 'N9'),
  'Very low': row('ET10', 'ET10', 'ET10', 'ET10'),
};
const a1: MatrixCell = { fit: 'High', intent: 'High', code: 'A1', count: 86 };

describe('rows', () => {
  const rows = matrixRows([a1, { ...a1, intent: 'Low', code: 'A3', count: 203 }], codes);

  test('four by four, whatever is given', () => {
    expect(rows.map((r) => r.cells.length)).toEqual([4, 4, 4, 4]);
    expect(rows[0]?.cells.map((cell) => cell.count)).toEqual([86, 0, 203, 0]);
    expect(rows[0]?.total).toBe(289);
  });

  test('one code for a whole row is a band', () => {
    expect(rows.map((r) => r.band)).toEqual([null, null, 'N9', 'ET10']);
    expect(rows.map((r) => r.cluster)).toEqual(['Act Now', 'Evaluate', 'Nurture', 'Educate']);
  });
});

test('a cell is read whole', () => {
  expect(cellName(a1, 'en')).toBe('High fit, high intent, A1, 86 accounts');
  expect(cellName({ ...a1, count: 1 }, 'pt-BR')).toBe('Adequação alta, intenção alta, A1, 1 conta');
});

test('levels hold every score once', () => {
  expect(levelSpan('High', DEFAULT_CUTS, 'en')).toBe('75–100');
  expect(levelSpan('Medium', DEFAULT_CUTS, 'en')).toBe('55–74.9');
  expect(levelSpan('Very low', DEFAULT_CUTS, 'pt-BR')).toBe('0–29,9');
});
