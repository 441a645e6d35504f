/** Answers that never change, kept for as long as the stores they came from are open: two stores may use the same names. */
export function keptBy<Store extends object, T>(): (store: Store) => Map<string, T> {
  const byStore = new WeakMap<Store, Map<string, T>>();
  return (store) => {
    const known = byStore.get(store) ?? new Map<string, T>();
    byStore.set(store, known);
    return known;
  };
}
