/** A stream of numbers that depends on its keys only: the same keys always give the same numbers. */
export type Random = {
  /** Uniform in [0, 1). */
  next: () => number;
  /** Whole number from 0 to n - 1. */
  below: (n: number) => number;
  chance: (p: number) => boolean;
  normal: () => number;
  /** Poisson with a small mean. */
  count: (mean: number) => number;
  pick: <T>(items: readonly T[]) => T;
};

/** What a stream is for: each purpose of an account has its own, so that one more draw moves nothing else. */
type Purpose =
  | 'company'
  | 'name'
  | 'partner'
  | 'seller'
  | 'technology'
  | 'history'
  | 'intent'
  | 'hiring'
  | 'life'
  | 'agreement'
  | 'opportunity'
  | 'signal'
  | 'dirt';

type Key = { purpose: Purpose; index: number; part?: number };

/** sfc32: 128 bits of state, so that the streams of ten million accounts do not meet. */
export function random(seed: number, { purpose, index, part = 0 }: Key): Random {
  const name = hash(purpose);
  let a = keyed(1, [seed, name, index, part]);
  let b = keyed(2, [seed, name, index, part]);
  let c = keyed(3, [seed, name, index, part]);
  let counter = 1;
  const draw = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 10; round++) draw();
  const next = () => draw() / 4_294_967_296;
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    chance: (p) => next() < p,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    count: (mean) => poisson(mean, next),
    pick: (items) => items[below(items.length)]!,
  };
}

function keyed(word: number, keys: readonly number[]): number {
  let h = word;
  for (const key of keys) h = mix(h ^ mix(key + Math.imul(word, 0x7f4a7c15)));
  return h;
}

function poisson(mean: number, next: () => number): number {
  const limit = Math.exp(-mean);
  let n = 0;
  for (let product = next(); product > limit; product *= next()) n += 1;
  return n;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  return h;
}
