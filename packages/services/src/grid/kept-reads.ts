import type { Warehouse } from '@ascent/warehouse';
import { tenantOf } from '../access/reader';
import type { Context } from '../context';
import { keptBy } from '../kept';

/**
 * What a published release says, asked once for each reader's view of it: a release never changes. `what` names
 * everything that the answer depends on. A failed read is asked again; the least used go when there are too many.
 */
function keeping(max: number) {
  const reads = keptBy<Warehouse, Promise<unknown>>();
  const placeOf = (context: Context, what: readonly unknown[]) => {
    const tenant = tenantOf(context);
    const key = JSON.stringify([tenant.partnerId, tenant.locations, ...what]);
    return { kept: reads(context.platform.warehouse), key };
  };
  const keep = <T>(context: Context, what: readonly unknown[], read: () => Promise<T>): Promise<T> => {
    const { kept, key } = placeOf(context, what);
    const known = kept.get(key);
    if (known) {
      kept.delete(key);
      kept.set(key, known);
      return known as Promise<T>;
    }
    if (kept.size >= max) kept.delete(kept.keys().next().value!);
    const asked = read().catch((cause: unknown) => {
      kept.delete(key);
      throw cause;
    });
    kept.set(key, asked);
    return asked;
  };
  /** What was asked already; null where it was not. */
  const known = <T>(context: Context, what: readonly unknown[]): Promise<T> | null => {
    const { kept, key } = placeOf(context, what);
    return (kept.get(key) as Promise<T> | undefined) ?? null;
  };
  return { keep, known };
}

/** Sums of a few thousand views; each is a handful of numbers. */
export const { keep: keptRead } = keeping(4000);

/** Accounts that are being looked at, some tens of kilobytes each: a page asks for one several times over. */
export const { keep: keptAccount, known: knownAccount } = keeping(300);
