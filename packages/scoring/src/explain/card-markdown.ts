import type { Bins, Fact, ModelCard, ModelDocument, ModelKind, ModelMetrics } from '@ascent/schemas';
import { binsText } from './bin-text';
import { type CardWords, cardWords } from './card-words';
import { comparisonTexts } from './cost-text';
import { type Lang, numberText, signedPoints } from './number-text';
import { driverNames } from './sentence';

export type CardInput = {
  id: string;
  product: string;
  kind: ModelKind;
  period: string;
  card: ModelCard;
  document: ModelDocument | null;
  fact: (id: string) => Fact;
};

/** Shapes of this many terms are told; all are in the document. */
const SHAPES_MAX = 8;
/** Of the values of a number. */
const LINES_MAX = 12;
/** Of the facts that moved most. */
const CONCEPTS_MAX = 8;

/** A model's card as a Markdown text. */
export function cardMarkdown(input: CardInput, lang: Lang): string {
  const words = cardWords(lang);
  const { card, document, product, kind, period } = input;
  const parts = [
    `# ${product} ${words[kind]}, ${period}`,
    `${input.id}\n\n**${words.decision}:** ${words[card.decision]}. ${card.reason}`,
    section(words.predicts, definitionText(card, words)),
    section(words.data, dataText(card, words, lang)),
    section(words.measures, measuresText(card, words, lang)),
    section(words.calibration, calibrationText(card, words, lang)),
    section(words.deciles, decilesText(card, words, lang)),
    section(words.terms, termsText(input, words, lang)),
    document ? section(words.shapes, shapesText({ ...input, document }, words, lang)) : '',
    section(words.alternatives, alternativesText(input, words, lang)),
    section(words.leakage, leakageText(card, words)),
    section(words.concepts, conceptsText(input, words, lang)),
    document ? section(words.scale, scaleText(document, words, lang)) : '',
    section(words.limits, list([words.limitTime, words.limitCause, words.limitScope])),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function definitionText({ definition: { label, days, skus, scope } }: ModelCard, words: CardWords): string {
  const what = skus.length > 0 ? ` ${words.of} ${skus.map(code).join(', ')}` : '';
  return list([
    `${words[label]} ${words.within} ${days} ${words.days}${what}`,
    `${words.scope}: ${scope === null ? words.everyone : code(scope)}`,
  ]);
}

function dataText(card: ModelCard, words: CardWords, lang: Lang): string {
  const candidates = card.candidates.map(
    ({ method, outOfBagLoss }) => `${method} ${numberText(outOfBagLoss, lang, 4)}`,
  );
  return list([
    `${words.rows}: ${numberText(card.trainingRows, lang)}`,
    `${words.positives}: ${numberText(card.trainingPositives, lang)}`,
    `${words.trainedOn}: ${card.trainingCutOffs.join(', ')}`,
    `${words.judgedOn}: ${card.validationCutOff ?? words.unknown}`,
    `${words.method}: ${card.method || words.unknown}`,
    ...(candidates.length > 0 ? [`${words.candidates}: ${candidates.join(', ')}`] : []),
  ]);
}

const MEASURES = ['auc', 'prAuc', 'logLoss', 'brier', 'ece', 'lift10'] as const;

function measuresText(card: ModelCard, words: CardWords, lang: Lang): string {
  const { model, champion, logistic, yardstick } = card.metrics;
  const figure = (metrics: ModelMetrics | null, name: (typeof MEASURES)[number]) =>
    metricText(metrics?.[name] ?? null, name, words, lang);
  const rows = MEASURES.map((name) => [
    words[name],
    ...[model, champion, logistic, yardstick].map((metrics) => figure(metrics, name)),
  ]);
  const head = [words.measure, words.model, words.champion, words.logistic, words.yardstick];
  const high = metricText(card.highLevelLift, 'lift10', words, lang);
  return [
    table(head, rows),
    list([
      `${words.highLift}: ${high}`,
      ...otherRows(card, words, lang),
      ...comparisonTexts(card).map((text) => text[lang]),
    ]),
  ].join('\n\n');
}

/** Champion and challenger meet on rows that taught neither: those are not the rows of the other columns. */
function otherRows({ metrics }: ModelCard, words: CardWords, lang: Lang): string[] {
  const { champion, contender, model } = metrics;
  if (!champion || !contender || contender.rows === model.rows) return [];
  const there = (['auc', 'logLoss'] as const).map(
    (name) => `${words[name]} ${metricText(contender[name], name, words, lang)}`,
  );
  return [`${words.otherRows}: ${numberText(champion.rows, lang)}; ${words.there}: ${there.join(', ')}`];
}

function metricText(value: number | null, name: string, words: CardWords, lang: Lang): string {
  if (value === null) return words.unknown;
  return numberText(value, lang, name === 'lift10' ? 2 : name === 'auc' || name === 'prAuc' ? 3 : 4);
}

function calibrationText({ calibration }: ModelCard, words: CardWords, lang: Lang): string {
  if (calibration.length === 0) return words.unknown;
  const percent = (ratio: number) => `${numberText(ratio * 100, lang, 1)}%`;
  return table(
    [words.said, words.seen, words.rows],
    calibration.map(({ probability, rate, rows }) => [
      percent(probability),
      percent(rate),
      numberText(rows, lang),
    ]),
  );
}

function decilesText({ deciles }: ModelCard, words: CardWords, lang: Lang): string {
  if (deciles.length === 0) return words.unknown;
  return table(
    [words.tenth, words.lift],
    deciles.map((lift, at) => [String(at + 1), numberText(lift, lang, 2)]),
  );
}

function termsText({ card, fact }: CardInput, words: CardWords, lang: Lang): string {
  if (card.terms.length === 0) return words.none;
  return table(
    [words.term, words.importance],
    card.terms.map(({ facts, importance }) => [
      driverNames(facts, fact)[lang],
      numberText(importance, lang, 1),
    ]),
  );
}

function shapesText(
  { card, document, fact }: CardInput & { document: ModelDocument },
  words: CardWords,
  lang: Lang,
): string {
  const ranks = new Map(card.terms.map(({ facts }, rank) => [facts.join(), rank]));
  const rank = ({ features }: ModelDocument['terms'][number]) =>
    ranks.get(document.features[features[0]!]!.fact) ?? Number.MAX_SAFE_INTEGER;
  return document.terms
    .filter(({ features }) => features.length === 1)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, SHAPES_MAX)
    .map(({ features, points }) => {
      const feature = document.features[features[0]!]!;
      const named = fact(feature.fact);
      const rows = groupsOf(feature.bins, points.length).map((bins) => [
        binsText(feature.bins, bins, named, lang),
        spanText(
          bins.map((bin) => points[bin] ?? 0),
          lang,
        ),
      ]);
      return `### ${named.words[lang]}\n\n${table([words.value, words.points], rows)}`;
    })
    .join('\n\n');
}

/** Bins as lines: the missing alone, categories each, neighbouring numbers in a few groups of equal count. */
function groupsOf({ kind }: Bins, count: number): number[][] {
  const known = Array.from({ length: count - 1 }, (_, at) => at + 1);
  const size = kind === 'number' ? Math.ceil(known.length / LINES_MAX) : 1;
  const groups: number[][] = [[0]];
  for (let at = 0; at < known.length; at += size) groups.push(known.slice(at, at + size));
  return groups;
}

function spanText(points: number[], lang: Lang): string {
  const [first, last] = [points[0] ?? 0, points.at(-1) ?? 0];
  const ends = [...new Set([first, last].map((each) => signedPoints(each, lang)))];
  return ends.join(lang === 'pt' ? ' a ' : ' to ');
}

function alternativesText({ card, fact }: CardInput, words: CardWords, lang: Lang): string {
  if (card.alternatives.length === 0) return words.none;
  return list(
    card.alternatives.map(({ chosen, tried }) => {
      const others = tried.map((each) => `${each.fact} ${numberText(each.logLoss, lang, 4)}`);
      return `${fact(chosen).words[lang]} (${words.tried}: ${others.join(', ')})`;
    }),
  );
}

function leakageText({ leakage }: ModelCard, words: CardWords): string {
  if (leakage.length === 0) return words.none;
  return list(
    leakage.map(
      ({ column, message, blocked }) => `${code(column)}: ${message}${blocked ? ` (${words.blocked})` : ''}`,
    ),
  );
}

function conceptsText({ card, fact }: CardInput, words: CardWords, lang: Lang): string {
  if (card.concepts.length === 0) return words.unknown;
  const rows = [...card.concepts].sort((a, b) => Math.abs(b.z) - Math.abs(a.z)).slice(0, CONCEPTS_MAX);
  return table(
    [words.fact, words.z],
    rows.map(({ fact: id, z }) => [fact(id).words[lang], numberText(z, lang, 1)]),
  );
}

function scaleText({ base, anchors, levelCuts }: ModelDocument, words: CardWords, lang: Lang): string {
  const score = (deci: number) => numberText(deci / 10, lang, 1);
  const { high, medium, low } = levelCuts;
  return list([
    `${words.base}: ${score(base)}`,
    `${words.anchors}: ${numberText(anchors.p35, lang, 2)} = 30, ${numberText(anchors.p90, lang, 2)} = 75`,
    `${words.levels}: ${[high, medium, low].map(score).join(lang === 'pt' ? '; ' : ', ')}`,
  ]);
}

function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`;
}

function list(items: string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'));
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** A cell is one line, and its bars are text. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}
