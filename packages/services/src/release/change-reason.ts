import type { Words } from '@ascent/schemas';
import { readerOf } from '../access/reader';
import { explainChange } from '../account/change';
import { knownOf, type ScoreKind, scoredOf } from '../account/known';
import type { Context, ShownRelease } from '../context';
import { publishedById } from './shown';

/** One driver and by how many deci-points it moved a score. */
export type ChangeReason = { kind: ScoreKind; names: Words; delta: number };

type Of = { accountId: string; product: string; fit: number | null; intent: number | null };

/** What moved an account's scores of one product most since the release before: a name and points, no value. */
export async function changeReason(
  context: Context,
  release: ShownRelease,
  { accountId, product, fit, intent }: Of,
): Promise<ChangeReason | null> {
  const reads = { reader: readerOf(context), db: context.platform.app };
  const previous = await publishedById(reads.db, release.previousId!);
  const where = [{ column: 'account_id', op: '=' as const, value: accountId }];
  const columns = [`${product}FitScore`, `${product}IntentScore`];
  const [before] = await reads.reader.rows({ releaseId: previous.id, columns, where, limit: 1 });
  if (!before) return null;
  const [now, was] = await knownOf(reads, [release, previous], accountId);
  const reading = { catalogue: release.catalogue, seesSensitive: false, signals: [] };
  const found: ChangeReason[] = [];
  for (const [kind, score] of [
    ['fit', fit],
    ['intent', intent],
  ] as const) {
    const old = before[`${product}${kind === 'fit' ? 'Fit' : 'Intent'}Score`] as number | null;
    const after = await scoredOf(reads.db, now!, { kind, product, score });
    const earlier = await scoredOf(reads.db, was!, { kind, product, score: old });
    if (!after || !earlier) continue;
    for (const line of explainChange(earlier, after, reading).lines)
      found.push({ kind, names: line.names, delta: line.delta });
  }
  return found.sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta))[0] ?? null;
}
