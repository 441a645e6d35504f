import { type Db, tables } from '@ascent/db';
import {
  AGREEMENT_FACTS,
  type Catalogue,
  defaultCatalogue,
  type Fact,
  type ModelCard,
  type ModelDocument,
  type ModelKind,
  type Words,
} from '@ascent/schemas';
import { type CardInput, comparisonTexts, driverNames, type TermShape, termShape } from '@ascent/scoring';
import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { requireHost } from '../access/actor';
import { factLookup } from '../account/explain';
import type { Context } from '../context';
import { notFound } from '../errors';
import { releaseById, shownRelease } from '../release/shown';
import { reasonWords } from './reason-words';
import { readModel } from './store';
import { namedIn } from './told-in';

/** A term of a model: how much it moves accounts, and what it adds where. `shape` is null without a document. */
export type TermLine = { names: Words; importance: number; shape: TermShape | null };
export type ModelDetail = {
  id: string;
  product: string;
  productWords: Words;
  kind: ModelKind;
  period: string;
  card: ModelCard;
  /** Why it serves or does not, a sentence each. */
  reasons: Words[];
  /** How far it is from each peer, in words. */
  comparisons: Words[];
  /** Strongest first. */
  terms: TermLine[];
  alternatives: { chosen: Words; tried: { words: Words; logLoss: number }[] }[];
  leakage: (ModelCard['leakage'][number] & { words: Words })[];
  /** In standard errors, furthest first. */
  concepts: { words: Words; z: number }[];
  /** Null when it gives no score. */
  scale: Pick<ModelDocument, 'base' | 'anchors' | 'levelCuts' | 'seed' | 'binning' | 'method'> | null;
  /** Releases that were scored with it, latest first. */
  releases: string[];
  /** Whether the current release was. */
  serving: boolean;
};

/** A model with its card, for the host's staff. */
export async function getModel({ platform, actor }: Context, id: string): Promise<ModelDetail> {
  requireHost(actor);
  return modelDetail(platform.host, id);
}

export async function modelDetail(db: Db, id: string): Promise<ModelDetail> {
  const { input, catalogue, releases } = await cardInput(db, id);
  const { card, document, fact } = input;
  const current = await shownRelease(db);
  return {
    id,
    product: input.product,
    productWords: productWords(catalogue, input.product),
    kind: input.kind,
    period: input.period,
    card,
    reasons: reasonWords(card),
    comparisons: comparisonTexts(card),
    terms: termLines(card, document, fact),
    alternatives: card.alternatives.map(({ chosen, tried }) => ({
      chosen: fact(chosen).words,
      tried: tried.map((each) => ({ words: fact(each.fact).words, logLoss: each.logLoss })),
    })),
    leakage: card.leakage.map((finding) => ({ ...finding, words: fact(finding.column).words })),
    concepts: card.concepts
      .map(({ fact: factId, z: errors }) => ({ words: fact(factId).words, z: errors }))
      .sort((a, b) => Math.abs(b.z) - Math.abs(a.z)),
    scale: document && scaleOf(document),
    releases,
    serving: document !== null && current !== null && releases.includes(current.id),
  };
}

/** What a card is told from: the model and the words of its facts. Unknown, or not to be read any more = not found. */
export async function cardInput(
  db: Db,
  id: string,
): Promise<{ input: CardInput; catalogue: Catalogue; releases: string[] }> {
  const [row] = await db.select({ id: tables.model.id }).from(tables.model).where(eq(tables.model.id, id));
  if (!row) throw notFound(`model ${id}`);
  const model = await readModel(db, id).catch(() => null);
  if (!model) throw notFound(`a card of model ${id} that can still be read`);
  const releases = await releasesWith(db, id);
  const catalogue = await catalogueFor(db, releases);
  const fact = factLookup({ facts: [...catalogue.facts, ...AGREEMENT_FACTS] });
  return { input: { ...model, fact }, catalogue, releases };
}

/** Agreements are renewed whatever they are for, so one model speaks of them all. */
const EVERY_PRODUCT = 'all';

const Models = z.object({
  models: z.record(z.string(), z.union([z.record(z.string(), z.string()), z.string(), z.null()])),
});

/** Releases whose manifest names the model, latest first. */
async function releasesWith(db: Db, id: string): Promise<string[]> {
  const { release } = tables;
  const rows = await db
    .select({ id: release.id, manifest: release.manifest })
    .from(release)
    .orderBy(desc(release.period), desc(release.revision));
  return rows.filter(({ manifest }) => modelIds(manifest).includes(id)).map((each) => each.id);
}

/** Every model that a manifest names. */
export function modelIds(manifest: unknown): string[] {
  const models = Models.safeParse(manifest).data?.models ?? {};
  return Object.values(models).flatMap((each) =>
    each === null ? [] : typeof each === 'string' ? [each] : Object.values(each),
  );
}

async function catalogueFor(db: Db, releases: string[]): Promise<Catalogue> {
  const [latest] = releases;
  const release = latest ? await releaseById(db, latest) : await shownRelease(db);
  return release?.catalogue ?? defaultCatalogue;
}

export function productWords(catalogue: Catalogue | undefined, id: string): Words {
  if (id === EVERY_PRODUCT) return { en: 'All products', pt: 'Todos os produtos' };
  return catalogue?.products.find((product) => product.id === id)?.words ?? { en: id, pt: id };
}

function termLines(card: ModelCard, document: ModelDocument | null, fact: (id: string) => Fact): TermLine[] {
  return card.terms.map(({ facts, importance }) => {
    const at = document?.terms.findIndex(
      ({ features }) => features.map((each) => document.features[each]!.fact).join() === facts.join(),
    );
    return {
      names: driverNames(facts, fact),
      importance,
      shape: document && at !== undefined && at >= 0 ? shapeOf(document, at, fact) : null,
    };
  });
}

/** Each language with its own names of countries. */
function shapeOf(document: ModelDocument, at: number, fact: (id: string) => Fact): TermShape {
  const shape = termShape(document, at, fact);
  const portuguese = termShape(namedIn(document, fact, 'pt'), at, fact);
  return {
    ...shape,
    axes: shape.axes.map((axis, a) => axis.map(({ en }, bin) => ({ en, pt: portuguese.axes[a]![bin]!.pt }))),
  };
}

function scaleOf({ base, anchors, levelCuts, seed, binning, method }: ModelDocument): ModelDetail['scale'] {
  return { base, anchors, levelCuts, seed, binning, method };
}
