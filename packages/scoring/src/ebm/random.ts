/** A number in [0, 1) that depends on nothing but its arguments. */
export function chance(seed: number, stream: number, counter: number): number {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 0x7f4a7c15, 0xc2b2ae35);
  mixed = scrambled(mixed) ^ Math.imul(counter + 0x165667b1, 0x27d4eb2f);
  return scrambled(mixed) / 4_294_967_296;
}

/** xorshift32: the same numbers for the same seed. */
export function xorshift(seed: number): () => number {
  let state = scrambled(seed ^ 0x9e3779b9) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

function scrambled(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
