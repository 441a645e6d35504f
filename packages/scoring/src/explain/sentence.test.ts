import { defaultCatalogue, type Fact, type ModelDocument } from '@ascent/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { driversOf } from '../score/drivers';
import { binsOf, type FactValues } from '../score/score-account';
import { anyModel, factsFor } from '../testing';
import { driverNames, driverSentence, driverValues, type Telling } from './sentence';

const fact = (id: string): Fact => defaultCatalogue.facts.find((each) => each.id === id)!;
const model: Pick<ModelDocument, 'features' | 'kind' | 'terms' | 'base'> = {
  kind: 'intent',
  base: 300,
  features: [
    { fact: 'recentSecurity', bins: { kind: 'number', edges: [1, 3, 5] }, coarse: [0, 1, 2, 2, 2] },
    { fact: 'employees', bins: { kind: 'number', edges: [150, 300] }, coarse: [0, 1, 1, 2] },
    { fact: 'industry', bins: { kind: 'category', levels: ['Health', 'Retail'] }, coarse: [0, 1, 2] },
    { fact: 'spend365d', bins: { kind: 'number', edges: [1, 1_000_000] }, coarse: [0, 1, 2, 2] },
  ],
  terms: [
    { features: [0], points: [0, -20, 100, 124, 150] },
    { features: [1], points: [-5, 10, 33, 50] },
    { features: [2], points: [-7, 40, 0] },
    { features: [3], points: [0, 11, 22, 33] },
    { features: [0, 2], points: [0, 0, 0, 0, 0, 0, 0, 12, 0] },
    { features: [1, 3], points: [0, 0, 0, 0, 9, 9, 0, 9, 9] },
  ],
};

const tell = (
  values: FactValues,
  sees: Telling['sees'] = () => true,
  kind: ModelDocument['kind'] = 'intent',
) => {
  const document = { ...(model as ModelDocument), kind };
  const telling = { document, fact, sees };
  const { drivers } = driversOf(document, binsOf(document, values), values);
  return drivers.map((driver) => ({
    facts: driver.facts.join(' '),
    ...driverSentence(driver, telling),
    values: driverValues(driver, telling),
  }));
};
const of = (facts: string, ...given: Parameters<typeof tell>) =>
  tell(...given).find((driver) => driver.facts === facts)!;

describe('a driver in words', () => {
  test.each<[string, FactValues, string, string]>([
    [
      'recentSecurity',
      { recentSecurity: 3 },
      'Signals about security in 14 days: 3 (3 to 4) — raises intent by 12.4',
      'Sinais sobre segurança em 14 dias: 3 (3 a 4) — aumenta a intenção em 12,4',
    ],
    [
      'recentSecurity',
      { recentSecurity: 0 },
      'Signals about security in 14 days: 0 — lowers intent by 2.0',
      'Sinais sobre segurança em 14 dias: 0 — reduz a intenção em 2,0',
    ],
    [
      'employees',
      {},
      'Employees: unknown — lowers intent by 0.5',
      'Funcionários: desconhecido — reduz a intenção em 0,5',
    ],
    [
      'employees',
      { employees: 1240 },
      'Employees: 1,240 (300 or more) — raises intent by 5.0',
      'Funcionários: 1.240 (300 ou mais) — aumenta a intenção em 5,0',
    ],
    [
      'industry',
      { industry: 'Health' },
      'Industry: Health — raises intent by 4.0',
      'Setor: Health — aumenta a intenção em 4,0',
    ],
    [
      'industry',
      { industry: 'Mining' },
      'Industry: Mining (unknown or rare) — lowers intent by 0.7',
      'Setor: Mining (desconhecido ou raro) — reduz a intenção em 0,7',
    ],
    [
      'recentSecurity industry',
      { recentSecurity: 3, industry: 'Health' },
      'Signals about security in 14 days: 3 (1 or more) together with Industry: Health — raises intent by 1.2',
      'Sinais sobre segurança em 14 dias: 3 (1 ou mais) junto com Setor: Health — aumenta a intenção em 1,2',
    ],
  ])('%s of %j', (facts, values, en, pt) => {
    expect(of(facts, values)).toMatchObject({ en, pt });
  });

  test.each<[ModelDocument['kind'], string, string]>([
    ['fit', 'raises fit by 4.0', 'aumenta a adequação em 4,0'],
    ['renewal', 'raises the renewal score by 4.0', 'aumenta a pontuação de renovação em 4,0'],
  ])('says which score it moves: %s', (kind, en, pt) => {
    const told = of('industry', { industry: 'Health' }, () => true, kind);
    expect([told.en, told.pt]).toEqual([`Industry: Health — ${en}`, `Setor: Health — ${pt}`]);
  });

  test('tells the range where only the bin is known', () => {
    const document = model as ModelDocument;
    const [driver] = driversOf(document, [3, 0, 2, 0]).drivers;
    expect(driverSentence(driver!, { document, fact, sees: () => true }).en).toBe(
      'Signals about security in 14 days: 3 to 4 — raises intent by 12.4',
    );
  });

  test('joins the names of what it looks at', () => {
    expect(driverNames(['employees', 'industry'], fact)).toEqual({
      en: 'Employees together with Industry',
      pt: 'Funcionários junto com Setor',
    });
  });
});

describe('who may not see a value', () => {
  const open: Telling['sees'] = ({ visibility }) => visibility === 'open';

  test('reads the name and the points, no value and no range', () => {
    expect(of('spend365d', { spend365d: 500_000 }, open)).toEqual({
      facts: 'spend365d',
      en: 'Spend in 12 months — raises intent by 2.2',
      pt: 'Gasto em 12 meses — aumenta a intenção em 2,2',
      values: null,
    });
  });

  test('reads nothing of the open fact beside it either', () => {
    expect(of('employees spend365d', { employees: 200, spend365d: 5 }, open)).toMatchObject({
      en: 'Employees together with Spend in 12 months — raises intent by 0.9',
      values: null,
    });
  });

  test('reads no digit but those of the name and the points, whatever the model', () => {
    const hidden: Telling['sees'] = () => false;
    fc.assert(
      fc.property(
        anyModel().chain((random) => fc.tuple(fc.constant(random), factsFor(random))),
        ([document, values]) => {
          const named = (id: string): Fact => ({
            ...fact('employees'),
            id,
            words: { en: 'Name', pt: 'Nome' },
          });
          for (const driver of driversOf(document, binsOf(document, values), values).drivers) {
            const telling = { document, fact: named, sees: hidden };
            const { en } = driverSentence(driver, telling);
            const figure = (Math.abs(driver.points) / 10).toFixed(1);
            expect(en).toMatch(/^Name( together with Name){0,2} — (raises|lowers) /);
            expect(en.endsWith(` by ${figure}`)).toBe(true);
            expect(driverValues(driver, telling)).toBe(null);
          }
        },
      ),
      { seed: 3 },
    );
  });
});

test('every driver of every model has a sentence in both languages', () => {
  fc.assert(
    fc.property(
      anyModel().chain((random) => fc.tuple(fc.constant(random), factsFor(random))),
      ([document, values]) => {
        const named = (id: string): Fact => ({
          ...fact(
            document.features.find((each) => each.fact === id)!.bins.kind === 'category'
              ? 'industry'
              : 'employees',
          ),
          id,
        });
        for (const driver of driversOf(document, binsOf(document, values), values).drivers) {
          const told = driverSentence(driver, { document, fact: named, sees: () => true });
          expect(told.en).not.toMatch(/undefined|null|NaN/);
          expect(told.pt).not.toMatch(/undefined|null|NaN/);
        }
      },
    ),
    { seed: 4 },
  );
});
