import { pointsSql, scoreSql, sumSql } from '@ascent/scoring';
import { listModels, readModel, ServiceError } from '@ascent/services';
import { required, UsageError, type Verb } from '../cli/verb';

export const modelList: Verb = {
  name: 'model list',
  usage: 'model list',
  about: 'all models with what their cards say',
  stores: true,
  run: async (_given, _progress, stores) => ({ models: await listModels(stores.host) }),
  say: ({ models }) =>
    (models as Awaited<ReturnType<typeof listModels>>)
      .map(({ id, card }) => {
        const { auc, highLevelLift, published, reason } = card as Record<string, unknown>;
        const figures = `AUC ${shown(auc)}, lift of High ${shown(highLevelLift)}`;
        return `${id}: ${published ? figures : `not published: ${reason}`}`;
      })
      .join('\n') || 'no model yet',
};

export const modelShow: Verb = {
  name: 'model show',
  usage: 'model show NAME',
  about: "a model's card",
  positionals: { min: 1, max: 1 },
  stores: true,
  run: async (given, _progress, stores) => (await readModel(stores.host, given.positionals[0]!)).card,
  say: (card) => JSON.stringify(card, null, 2),
};

export const modelExport: Verb = {
  name: 'model export',
  usage: 'model export NAME --format json|sql',
  about: 'the model as its document, or as the SQL that scores with it',
  options: { format: { type: 'string' } },
  positionals: { min: 1, max: 1 },
  stores: true,
  run: async (given, _progress, stores) => {
    const format = required(given, 'format');
    const { id, document, card } = await readModel(stores.host, given.positionals[0]!);
    if (!document)
      throw new ServiceError('conflict', `${id} gives no score: ${(card as { reason: string }).reason}`);
    if (format === 'json') return { id, format, text: JSON.stringify(document, null, 2) };
    if (format !== 'sql') throw new UsageError('--format is json or sql');
    const text = `SELECT account_id, ${scoreSql(sumSql(document, 'points'))} AS score, points\nFROM (SELECT account_id, ${pointsSql(document)} AS points FROM features)`;
    return { id, format, text };
  },
  say: ({ text }) => String(text),
};

function shown(value: unknown): string {
  return typeof value === 'number' ? value.toFixed(3) : 'unknown';
}
