import { describe, expect, test } from 'vitest';
import { literal, literalList } from './column';
import { decayWeights, subscriptionMeasure } from './measures';

describe('the weights of a fading signal', () => {
  test.each([1, 7, 30, 60, 90])('halve in %i days and end at nothing', (halfLifeDays) => {
    const weights = decayWeights(halfLifeDays);
    expect(weights[halfLifeDays - 1]).toBe(50);
    expect(weights[2 * halfLifeDays - 1]).toBe(25);
    expect(weights).toHaveLength(8 * halfLifeDays);
    expect(weights.at(-1)).toBe(0);
  });

  test('are whole hundredths that never rise, the first below a hundred', () => {
    const weights = decayWeights(30);
    expect(weights.slice(0, 5)).toEqual([98, 95, 93, 91, 89]);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(weights.every(Number.isInteger)).toBe(true);
  });
});

test('a name of the catalogue stays a string in SQL', () => {
  expect(literal("d'Or")).toBe("'d\\'Or'");
  expect(literal('\\')).toBe("'\\\\'");
  expect(literal("\\' OR 1")).toBe("'\\\\\\' OR 1'");
  expect(literalList(['a', "b'"])).toBe("('a', 'b\\'')");
});

test('the highest suite cannot be asked of a catalogue that ranks none', () => {
  expect(() => subscriptionMeasure({ from: 'subscriptions', measure: 'maxRank' }, {})).toThrow('rank');
});
