import { GateCause } from '@ascent/schemas';
import { describe, expect, test } from 'vitest';
import { causeWords, subjectWords } from './finding-words';
import { leakageWords, reasonText } from './reason-words';

const told = 'log loss 0.1234 against 0.2345 of the champion on 1678 rows that taught neither';

describe('what training stored is told in both languages', () => {
  test.each([
    [
      'too little data: 12 purchases in 3000 rows',
      'Too little data: 12 purchases in 3,000 rows.',
      'Poucos dados: 12 compras em 3.000 linhas.',
    ],
    [
      `passed: ${told}`,
      'Passed: log loss 0.1234 against 0.2345 of the champion on 1,678 rows that taught neither.',
      'Aprovado: perda logarítmica 0,1234 contra 0,2345 do campeão em 1.678 linhas que não ensinaram nenhum dos dois.',
    ],
    [
      'no signal: all accounts score alike; learnt from all products of Azure instead. passed: the first of its kind',
      'No signal: all accounts score alike. Learnt from all products of Azure instead. Passed: the first of its kind.',
      'Sem sinal: todas as contas pontuam igual. Aprendeu com todos os produtos de Azure. Aprovado: o primeiro do tipo.',
    ],
    ['as an older version said', 'as an older version said', 'as an older version said'],
  ])('%s', (reason, en, pt) => {
    expect([reasonText({ reason }, 'en'), reasonText({ reason }, 'pt')]).toEqual([en, pt]);
  });

  test('and so is a column that knows too much', () => {
    expect(leakageWords({ kind: 'single-feature', figure: 0.9712 })).toEqual({
      en: 'alone ranks the outcome with an AUC of 0.971: is it filled in after the outcome?',
      pt: 'sozinho ordena o resultado com AUC de 0,971: é preenchido depois do resultado?',
    });
  });
});

const causes: GateCause[] = [
  { code: 'nothing-scored' },
  { code: 'product-unscored' },
  { code: 'clusters-moved', psi: 0.5 },
  { code: 'rejected', rows: 3, of: 1200 },
  { code: 'no-sale', before: '2026-10-20' },
  { code: 'last-sale', before: '2026-10-20', on: '2026-05-01' },
  { code: 'spread-moved', psi: 0.5 },
  { code: 'scores-moved', kind: 'intent', psi: 0.5 },
  { code: 'meaning-moved', z: -5.25, cutOff: '2026-08-20' },
  { code: 'leaked', product: 'Azure', model: 'fit', kind: 'missingness', figure: 0.9 },
  { code: 'future-dated', column: 'date', rows: 12 },
];

describe('what the gate found is told in both languages', () => {
  test.each(causes.map((cause) => [cause.code, cause] as const))('%s', (_code, cause) => {
    const { en, pt } = causeWords(GateCause.parse(cause));
    expect(en).not.toBe(pt);
    expect(`${en} ${pt}`).not.toMatch(/undefined|NaN|\[object/);
  });

  test('with its figures', () => {
    expect(causeWords({ code: 'meaning-moved', z: -5.25, cutOff: '2026-08-20' })).toEqual({
      en: 'tells less of purchases from 2026-08-20 on than it did before (5.3 standard errors)',
      pt: 'diz menos sobre as compras a partir de 2026-08-20 do que antes (5,3 erros-padrão)',
    });
    expect(causeWords({ code: 'rejected', rows: 3, of: 1200 }).pt).toBe('3 de 1.200 linhas foram rejeitadas');
  });

  test('of a subject by its words, or by its name where it has none', () => {
    expect(subjectWords({ subject: 'transactions' })).toEqual({ en: 'Transactions', pt: 'Transações' });
    expect(subjectWords({ subject: 'x' })).toEqual({ en: 'x', pt: 'x' });
  });
});
