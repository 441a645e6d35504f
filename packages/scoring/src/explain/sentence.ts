import type { Fact, FactBins, ModelDocument, ModelKind, Words } from '@ascent/schemas';
import type { Driver } from '../score/drivers';
import { binText, coarseText, valueText } from './bin-text';
import { inBoth, type Lang, pointsText } from './number-text';

/** What a sentence needs to know: the words of facts, and which values its reader may see. */
export type Telling = {
  document: Pick<ModelDocument, 'features' | 'kind'>;
  fact: (id: string) => Fact;
  sees: (fact: Fact) => boolean;
};

/** Whether the values behind a driver may be told: those of every fact in it, or none. */
export function seesDriver(facts: string[], { fact, sees }: Pick<Telling, 'fact' | 'sees'>): boolean {
  return facts.every((id) => sees(fact(id)));
}

/** "Signals about security in 14 days: 3 — raises intent by 12.4". Without values where they may not be seen. */
export function driverSentence(driver: Driver, telling: Telling): Words {
  return inBoth((lang) => {
    const about = aboutText(driver, telling, lang);
    return `${about} — ${effectText(driver.points, telling.document.kind, lang)}`;
  });
}

/** The names of a driver's facts: "Employees together with Industry". */
export function driverNames(facts: string[], fact: Telling['fact']): Words {
  return inBoth((lang) =>
    together(
      facts.map((id) => fact(id).words[lang]),
      lang,
    ),
  );
}

/** What the driver looked at, by the values and the ranges they fall into: "240 (150 to 299)". */
export function driverValues(driver: Driver, telling: Telling): Words | null {
  if (!seesDriver(driver.facts, telling)) return null;
  return inBoth((lang) => together(said(driver, telling, lang), lang));
}

/** "raises intent by 12.4". */
export function effectText(points: number, kind: ModelKind, lang: Lang): string {
  const up = points > 0;
  const verb = lang === 'pt' ? (up ? 'aumenta' : 'reduz') : up ? 'raises' : 'lowers';
  const by = lang === 'pt' ? 'em' : 'by';
  return `${verb} ${SCORES[kind][lang]} ${by} ${pointsText(points, lang)}`;
}

const SCORES: Record<ModelKind, Words> = {
  fit: { en: 'fit', pt: 'a adequação' },
  intent: { en: 'intent', pt: 'a intenção' },
  propensity: { en: 'propensity', pt: 'a propensão' },
  renewal: { en: 'the renewal score', pt: 'a pontuação de renovação' },
};

function aboutText(driver: Driver, telling: Telling, lang: Lang): string {
  const names = driver.facts.map((id) => telling.fact(id).words[lang]);
  if (!seesDriver(driver.facts, telling)) return together(names, lang);
  const values = said(driver, telling, lang);
  return together(
    names.map((name, at) => `${name}: ${values[at]}`),
    lang,
  );
}

/** A value with the range that the model saw it in; the range alone where the value is not at hand. */
function said({ facts, bins, values }: Driver, { document, fact }: Telling, lang: Lang): string[] {
  return facts.map((id, at) => {
    const feature = document.features.find((each) => each.fact === id)!;
    const range = seenAs(feature, bins[at]!, facts.length, fact(id), lang);
    const value = values[at] ?? null;
    if (value === null) return range;
    const text = valueText(value, fact(id), lang);
    const single = feature.bins.kind === 'category' && bins[at] !== 0 && facts.length === 1;
    return text === range || single ? text : `${text} (${range})`;
  });
}

/** Terms of one fact look at fine bins, others at coarse ones. */
export function seenAs(feature: FactBins, bin: number, factsInTerm: number, fact: Fact, lang: Lang): string {
  return factsInTerm === 1
    ? binText(feature.bins, bin, fact, lang)
    : coarseText(feature, feature.coarse[bin] ?? 0, fact, lang);
}

function together(names: string[], lang: Lang): string {
  return names.join(lang === 'pt' ? ' junto com ' : ' together with ');
}
