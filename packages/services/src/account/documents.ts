import type { Db } from '@ascent/db';
import type { ModelDocument, RevenueDocument } from '@ascent/schemas';
import { keptBy } from '../kept';
import { readModel, readRevenue } from '../model/store';

/** Documents are named by their content and never change; two releases of a few dozen products fit. */
const KEPT_MAX = 200;

/** The document of a model; null when it gives no score, or was stored by a version that cannot be read any more. */
export function modelDocument(db: Db, id: string | undefined): Promise<ModelDocument | null> {
  return kept(models(db), id, async (known) => (await readModel(db, known)).document);
}

export function revenueDocument(db: Db, id: string | undefined): Promise<RevenueDocument | null> {
  return kept(revenues(db), id, (known) => readRevenue(db, known));
}

const models = keptBy<Db, Promise<ModelDocument | null>>();
const revenues = keptBy<Db, Promise<RevenueDocument | null>>();

function kept<T>(
  map: Map<string, Promise<T | null>>,
  id: string | undefined,
  read: (id: string) => Promise<T | null>,
): Promise<T | null> {
  if (id === undefined) return Promise.resolve(null);
  const known = map.get(id);
  if (known) return known;
  if (map.size >= KEPT_MAX) map.delete(map.keys().next().value!);
  // What failed may work later: only answers are kept.
  const asked = read(id).catch(() => {
    map.delete(id);
    return null;
  });
  map.set(id, asked);
  return asked;
}
