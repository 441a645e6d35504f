import { describe, expect, test } from 'vitest';
import { formatCount } from './count';
import { formatDecimal, formatInteger, formatPercent } from './number';

describe('numbers', () => {
  test.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [4812, '4,812', '4.812'],
    [1234567, '1,234,567', '1.234.567'],
    [-1208, '−1,208', '−1.208'],
  ])('integer %d', (value, en, pt) => {
    expect(formatInteger(value, 'en')).toBe(en);
    expect(formatInteger(value, 'pt-BR')).toBe(pt);
  });

  test('decimals keep their digits', () => {
    expect(formatDecimal(0.985, 'en', 3)).toBe('0.985');
    expect(formatDecimal(0.985, 'pt-BR', 3)).toBe('0,985');
    expect(formatDecimal(12345.6, 'pt-BR')).toBe('12.345,6');
  });

  test('what rounds to zero has no sign', () => {
    expect(formatDecimal(-0.04, 'en')).toBe('0.0');
  });

  test('percent of a ratio', () => {
    expect(formatPercent(0.128, 'en')).toBe('13%');
    expect(formatPercent(0.128, 'pt-BR', 1)).toBe('12,8%');
  });

  test('one is singular', () => {
    const noun = { one: 'conta', many: 'contas' };
    expect(formatCount(1, noun, 'pt-BR')).toBe('1 conta');
    expect(formatCount(1208, noun, 'pt-BR')).toBe('1.208 contas');
    expect(formatCount(0, noun, 'pt-BR')).toBe('0 contas');
  });
});
