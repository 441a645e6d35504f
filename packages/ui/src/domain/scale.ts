/** A range of values onto a length, as pictures need it. */
export type Scale = { min: number; max: number; at: (value: number) => number };

export function scale(min: number, max: number, [from, to]: [number, number]): Scale {
  const span = max - min || 1;
  return { min, max, at: (value) => round(from + ((value - min) / span) * (to - from)) };
}

/** The range of some values with zero in it, so that what adds and what takes away stand on one line. */
export function aroundZero(values: readonly number[]): [number, number] {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  return least === most ? [-1, 1] : [least, most];
}

/** Up to so many round steps from 0 to at least `most`. */
export function ticksTo(most: number, stepsMax = 5): number[] {
  if (!(most > 0)) return [0];
  const rough = most / stepsMax;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10]
    .map((each) => each * power)
    .find((each) => each * stepsMax >= most * 0.9999)!;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => round(index * step, 10));
}

/** The path of a line that keeps each value over the width of its bin. */
export function stepsPath(
  values: readonly number[],
  x: (bin: number) => number,
  y: (value: number) => number,
): string {
  return values.map((value, bin) => `${bin === 0 ? 'M' : 'L'}${x(bin)} ${y(value)}H${x(bin + 1)}`).join('');
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
