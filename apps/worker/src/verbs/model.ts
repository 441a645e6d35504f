import type { ModelDocument } from '@ascent/schemas';
import { cardMarkdown, exportSql, exportTs } from '@ascent/scoring';
import {
  cardInput,
  cardToldIn,
  type ModelLine,
  modelLines,
  readModel,
  reasonText,
  ServiceError,
} from '@ascent/services';
import { optional, type Result, required, UsageError, type Verb } from '../cli/verb';

export const modelList: Verb = {
  name: 'model list',
  usage: 'model list',
  about: 'all models with what their cards say, those that serve first',
  stores: true,
  run: async (_given, _progress, stores) => ({ models: await modelLines(stores.host) }),
  say: ({ models }) =>
    (models as ModelLine[])
      .map(({ id, serving, card }) => {
        if (!card) return `${id}: stored by an earlier version`;
        const figures = `AUC ${shown(card.auc)}, lift of High ${shown(card.highLevelLift)}`;
        return `${id}: ${serving ? 'serves, ' : ''}${card.decision}, ${card.auc === null ? card.reason : figures}`;
      })
      .join('\n') || 'no model yet',
};

/** The card as a text, beside the card that `--json` prints. */
const texts = new WeakMap<Result, string>();

export const modelShow: Verb = {
  name: 'model show',
  usage: 'model show NAME [--language en|pt-BR]',
  about: "a model's card, as Markdown",
  options: { language: { type: 'string' } },
  positionals: { min: 1, max: 1 },
  stores: true,
  run: async (given, _progress, stores) => {
    const language = optional(given, 'language') ?? 'en';
    if (language !== 'en' && language !== 'pt-BR') throw new UsageError('--language is en or pt-BR');
    const { input } = await cardInput(stores.host, given.positionals[0]!);
    const lang = language === 'en' ? 'en' : 'pt';
    const result: Result = { id: input.id, ...input.card };
    texts.set(result, cardMarkdown(cardToldIn(input, lang), lang).trimEnd());
    return result;
  },
  say: (result) => texts.get(result) ?? '',
};

export const modelExport: Verb = {
  name: 'model export',
  usage: 'model export NAME --format json|sql|ts',
  about: 'the model as its document, as the SQL that scores with it, or as a TypeScript module',
  options: { format: { type: 'string' } },
  positionals: { min: 1, max: 1 },
  stores: true,
  run: async (given, _progress, stores) => {
    const format = required(given, 'format');
    const { id, document, card } = await readModel(stores.host, given.positionals[0]!);
    if (!document) throw new ServiceError('conflict', `${id} gives no score: ${reasonText(card, 'en')}`);
    const text = exported(format, document);
    return { id, format, text };
  },
  say: ({ text }) => String(text),
};

function exported(format: string, document: ModelDocument): string {
  switch (format) {
    case 'json':
      return JSON.stringify(document, null, 2);
    case 'sql':
      return exportSql(document);
    case 'ts':
      return exportTs(document).trimEnd();
  }
  throw new UsageError('--format is json, sql or ts');
}

function shown(value: unknown): string {
  return typeof value === 'number' ? value.toFixed(3) : 'unknown';
}
