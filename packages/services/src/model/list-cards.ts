import type { Db } from '@ascent/db';
import { ModelCard, type ModelKind, type Words } from '@ascent/schemas';
import { requireHost } from '../access/actor';
import type { Context } from '../context';
import { releaseModels, shownRelease } from '../release/shown';
import { modelIds, productWords } from './card';
import { listModels } from './store';

/** A model in the list; `card` is null where it was stored by a version that cannot be read any more. */
export type ModelLine = {
  id: string;
  product: string;
  productWords: Words;
  kind: ModelKind;
  period: string;
  serving: boolean;
  card: (Pick<ModelCard, 'method' | 'decision' | 'highLevelLift' | 'reason'> & { auc: number | null }) | null;
};

/** All models, those that serve first, then newest; for the host's staff. */
export async function listCards({ platform, actor }: Context): Promise<ModelLine[]> {
  requireHost(actor);
  return modelLines(platform.host);
}

export async function modelLines(db: Db): Promise<ModelLine[]> {
  const release = await shownRelease(db);
  const served = new Set(release ? modelIds({ models: await releaseModels(db, release.id) }) : []);
  const lines = (await listModels(db)).flatMap(({ id, product, kind, period, card }): ModelLine[] => {
    const parsed = ModelCard.safeParse(card).data;
    // Both scores together, as earlier versions kept them: no model was tried in their place.
    if (kind === 'propensity' && !parsed) return [];
    const line: ModelLine = {
      id,
      product,
      productWords: productWords(release?.catalogue, product),
      kind: kind as ModelKind,
      period,
      // A product whose model was refused is named too, and has no score.
      serving: served.has(id) && parsed?.decision !== 'refused',
      card: parsed
        ? {
            method: parsed.method,
            decision: parsed.decision,
            highLevelLift: parsed.highLevelLift,
            reason: parsed.reason,
            auc: parsed.metrics.model.auc,
          }
        : null,
    };
    return [line];
  });
  return lines.sort((a, b) => Number(b.serving) - Number(a.serving));
}
