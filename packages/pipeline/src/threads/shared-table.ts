import type { FineTable } from '@ascent/scoring';

/** Copies tables to memory that threads share; an array that several tables have is copied once. */
export function sharing(): (table: FineTable) => FineTable {
  const known = new WeakMap<object, Uint8Array | Float64Array>();
  const once = <T extends Uint8Array | Float64Array>(source: object, copy: () => T): T => {
    const found = (known.get(source) as T | undefined) ?? copy();
    known.set(source, found);
    return found;
  };
  const bytes = (all: Uint8Array) => once(all, () => sharedBytes(all));
  const numbers = (all: ArrayLike<number>) => once(all, () => sharedNumbers(all));
  return ({ features, fine, labels, places, accounts, times, weights }) => ({
    features,
    fine: fine.map(bytes),
    labels: bytes(labels),
    ...(places && { places: places.map((each) => each && numbers(each)) }),
    ...(accounts && { accounts: numbers(accounts) }),
    ...(times && { times: numbers(times) }),
    ...(weights && { weights: numbers(weights) }),
  });
}

function sharedBytes(all: Uint8Array): Uint8Array {
  if (all.buffer instanceof SharedArrayBuffer) return all;
  const copy = new Uint8Array(new SharedArrayBuffer(all.length));
  copy.set(all);
  return copy;
}

function sharedNumbers(all: ArrayLike<number>): Float64Array {
  if (all instanceof Float64Array && all.buffer instanceof SharedArrayBuffer) return all;
  const copy = new Float64Array(new SharedArrayBuffer(all.length * 8));
  for (let i = 0; i < all.length; i++) copy[i] = all[i]!;
  return copy;
}
