import { describe, expect, test } from 'vitest';
import { drawBag, hasLater, laterRows } from './bags';

test('a bag holds out about 15 % of the rows, each bag others', () => {
  const bags = [0, 1, 2].map((index) => drawBag({ rows: 10_000, seed: 5 }, index));
  for (const { train, held } of bags) {
    expect(train.length + held.length).toBe(10_000);
    expect(Math.abs(held.length - 1500)).toBeLessThan(120);
  }
  expect(bags[0]!.held).not.toEqual(bags[1]!.held);
});

test('rows of one account are never on both sides', () => {
  const accounts = Array.from({ length: 3000 }, (_, row) => row % 700);
  for (const index of [0, 1, 2, 3]) {
    const { train, held } = drawBag({ rows: 3000, seed: 9, accounts }, index);
    const trained = new Set(Array.from(train, (row) => accounts[row]));
    expect(held.length).toBeGreaterThan(0);
    expect(Array.from(held).some((row) => trained.has(accounts[row]))).toBe(false);
  }
});

test('more rows do not move the ones that are there', () => {
  const few = drawBag({ rows: 500, seed: 3 }, 0);
  const many = drawBag({ rows: 900, seed: 3 }, 0);
  expect(many.held.filter((row) => row < 500)).toEqual(few.held);
});

test('of a large table a bag takes a part, no row twice, each bag another part', () => {
  const [a, b] = [0, 1].map((index) => drawBag({ rows: 600_000, seed: 3 }, index));
  const taken = new Set([...a!.train, ...a!.held]);
  expect(taken.size).toBe(a!.train.length + a!.held.length);
  expect(Math.abs(taken.size - 150_000)).toBeLessThan(2000);
  expect(Math.abs(a!.held.length / taken.size - 0.15)).toBeLessThan(0.01);
  const both = [...b!.train].filter((row) => taken.has(row)).length / b!.train.length;
  expect(Math.abs(both - 0.25)).toBeLessThan(0.02);
});

describe('the last moments', () => {
  const times = Array.from({ length: 1000 }, (_, row) => (row * 7) % 10);

  test('are whole ones, and a later bag knows nothing of them', () => {
    expect(new Set(Array.from(laterRows(times), (row) => times[row]))).toEqual(new Set([8, 9]));
    const { train, held } = drawBag({ rows: 1000, seed: 1, times }, 0, true);
    expect(train.length + held.length).toBe(800);
    expect([...train, ...held].every((row) => times[row]! < 8)).toBe(true);
    const all = drawBag({ rows: 1000, seed: 1, times }, 0);
    expect(all.train.length + all.held.length).toBe(1000);
  });

  test('must leave half of the rows before them', () => {
    expect([times, [3, 3, 3], [1, ...new Array(99).fill(2)]].map(hasLater)).toEqual([true, false, false]);
  });
});
