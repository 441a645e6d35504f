import { describe, expect, test } from 'vitest';
import { addsUp, position, type WaterfallInput, waterfallDomain, waterfallSteps } from './waterfall';

const driver = (id: string, points: number) => ({ id, label: id, points });

const fit: WaterfallInput = {
  base: 380,
  drivers: [
    driver('c', -70),
    driver('b', 40),
    driver('a', 153),
    driver('d', -12),
    driver('e', 20),
    driver('f', -8),
  ],
  total: 503,
};

describe('steps', () => {
  test('base, ups strongest first, downs strongest first', () => {
    expect(waterfallSteps(fit).map((step) => step.id)).toEqual([
      'base',
      'driver-a',
      'driver-b',
      'driver-e',
      'driver-c',
      'driver-d',
      'driver-f',
    ]);
  });

  test('each starts where the one before it ended, and the last meets the score', () => {
    const steps = waterfallSteps(fit);
    for (const [index, step] of steps.entries()) {
      expect(step.from).toBe(steps[index - 1]?.to ?? 0);
      expect(step.to - step.from).toBe(step.points);
    }
    expect(steps[steps.length - 1]?.to).toBe(fit.total);
  });

  test('the weakest are summed, with what they lie between', () => {
    const rest = waterfallSteps(fit, 3).find((step) => step.kind === 'rest');
    expect(rest).toMatchObject({ points: 0, rest: { count: 3, most: 20, least: -12 } });
  });

  test('drivers summed by the server join the rest and hide its span', () => {
    const input = { ...fit, other: { count: 9, points: -13 }, total: 490 };
    const rest = waterfallSteps(input, 5).find((step) => step.kind === 'rest');
    expect(rest).toMatchObject({ points: -21, rest: { count: 10 } });
    expect(rest?.rest?.most).toBeUndefined();
    expect(waterfallSteps(input, 5).at(-1)?.to).toBe(490);
  });

  test('the cap is last and takes away what is over 100', () => {
    const steps = waterfallSteps({ base: 900, drivers: [driver('a', 180)], cap: -80, total: 1000 });
    expect(steps.at(-1)).toMatchObject({ kind: 'cap', from: 1080, to: 1000 });
  });

  test('no drivers: the base is the score', () => {
    expect(waterfallSteps({ base: 300, drivers: [], total: 300 })).toHaveLength(1);
  });
});

test('adds up, or not', () => {
  expect(addsUp(fit)).toBe(true);
  expect(addsUp({ ...fit, total: 504 })).toBe(false);
  expect(addsUp({ ...fit, cap: 1, total: 504 })).toBe(true);
});

describe('scale', () => {
  test('0 to 100, unless the running total goes further', () => {
    expect(waterfallDomain(waterfallSteps(fit))).toEqual({ min: 0, max: 1000 });
    const over = waterfallSteps({ base: 900, drivers: [driver('a', 350)], cap: -250, total: 1000 });
    expect(waterfallDomain(over)).toEqual({ min: 0, max: 1250 });
    const under = waterfallSteps({ base: 50, drivers: [driver('a', -250)], cap: 200, total: 0 });
    expect(waterfallDomain(under)).toEqual({ min: -200, max: 1000 });
  });

  test('positions are percent of the width', () => {
    expect(position(550, { min: 0, max: 1000 })).toBe(55);
    expect(position(0, { min: -250, max: 1000 })).toBe(20);
  });
});
