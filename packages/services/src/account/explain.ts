import { type Catalogue, type Fact, seesFact, type Words } from '@ascent/schemas';
import {
  driverNames,
  driverSentence,
  driversOf,
  driverValues,
  type Scored,
  seesDriver,
  type Telling,
} from '@ascent/scoring';
import { type Evidence, evidenceOf, type knownSignals } from './evidence';

/** One line of a score's account, in deci-points. `values` and `evidence` are absent where the reader may not see them. */
export type DriverLine = {
  facts: string[];
  names: Words;
  sentence: Words;
  points: number;
  values?: Words;
  /** The newest signals behind it; absent where it comes from something else. */
  evidence?: Evidence[];
};
export type ScoreAccount = { base: number; drivers: DriverLine[]; cap: number; score: number };

/** What may be told, and to whom. */
export type Reading = {
  catalogue: Catalogue;
  seesSensitive: boolean;
  signals: Awaited<ReturnType<typeof knownSignals>>;
};

export function tellingOf(
  { catalogue, seesSensitive }: Pick<Reading, 'catalogue' | 'seesSensitive'>,
  document: Telling['document'],
): Telling {
  return {
    document,
    fact: factLookup(catalogue),
    sees: (fact) => seesFact(fact, seesSensitive),
  };
}

/** The full account of a score in words, with what is behind it as of the model's day. */
export function explainScore(
  { document, bins, values }: Scored,
  reading: Reading,
  asOf: string,
): ScoreAccount {
  const telling = tellingOf(reading, document);
  const { base, drivers, cap, score } = driversOf(document, bins, values);
  return {
    base,
    cap,
    score,
    drivers: drivers.map((driver) => {
      const line: DriverLine = {
        facts: driver.facts,
        names: driverNames(driver.facts, telling.fact),
        sentence: driverSentence(driver, telling),
        points: driver.points,
      };
      const told = driverValues(driver, telling);
      if (!told || !seesDriver(driver.facts, telling)) return line;
      const evidence = distinct(
        driver.facts.flatMap((id) => evidenceOf(telling.fact(id), reading.signals, asOf)),
      );
      return { ...line, values: told, ...(evidence.length > 0 ? { evidence } : {}) };
    }),
  };
}

function distinct(evidence: Evidence[]): Evidence[] {
  return [...new Map(evidence.map((each) => [each.id, each])).values()];
}

/** The facts of a catalogue by id; one that it has lost since goes by its id, hidden from who may not see everything. */
export function factLookup({ facts }: Pick<Catalogue, 'facts'>): (id: string) => Fact {
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  return (id) =>
    known.get(id) ?? {
      id,
      words: { en: id, pt: id },
      unit: 'count',
      visibility: 'sensitive',
      source: { from: 'account', measure: 'employees' },
    };
}
