import { expect, test } from 'vitest';
import { drawBags } from './bags';

test('a bag holds out about 15 % of the rows, each bag others', () => {
  const bags = drawBags(10_000, { bags: 3, seed: 5 });
  for (const { train, held } of bags) {
    expect(train.length + held.length).toBe(10_000);
    expect(Math.abs(held.length - 1500)).toBeLessThan(120);
  }
  expect(bags[0]!.held).not.toEqual(bags[1]!.held);
});

test('rows of one account are never on both sides', () => {
  const accounts = Array.from({ length: 3000 }, (_, row) => row % 700);
  for (const { train, held } of drawBags(3000, { bags: 4, seed: 9, accounts })) {
    const trained = new Set(Array.from(train, (row) => accounts[row]));
    expect(held.length).toBeGreaterThan(0);
    expect(Array.from(held).some((row) => trained.has(accounts[row]))).toBe(false);
  }
});

test('more rows do not move the ones that are there', () => {
  const few = drawBags(500, { bags: 1, seed: 3 })[0]!;
  const many = drawBags(900, { bags: 1, seed: 3 })[0]!;
  expect(many.held.filter((row) => row < 500)).toEqual(few.held);
});
