/** Which features may follow a path, given the sorted features already on it. */
export type Allowed = (path: readonly number[]) => Int32Array;

/** Any feature while the path has fewer than `distinctMax`. */
export function anyFeature(features: number, distinctMax: number): Allowed {
  const all = Int32Array.from({ length: features }, (_, f) => f);
  return (path) => (path.length < distinctMax ? all : Int32Array.from(path));
}

/** Only features that share one of the terms with the whole path; every feature alone. */
export function withinTerms(features: number, terms: readonly number[][]): Allowed {
  const known = new Map<string, Int32Array>();
  const find = (path: readonly number[]) => {
    if (path.length === 0) return Array.from({ length: features }, (_, f) => f);
    const around = terms.filter((term) => path.every((f) => term.includes(f))).flat();
    return [...new Set([...path, ...around])].sort((a, b) => a - b);
  };
  return (path) => {
    const key = path.join();
    const found = known.get(key) ?? Int32Array.from(find(path));
    known.set(key, found);
    return found;
  };
}
