import { describe, expect, test } from 'vitest';
import { type CardReason, cardReasons } from './card-reason';

const against = 'log loss 0.1234 against 0.2345 of the champion on 678 rows that taught neither';

describe('a card’s sentence is read as the codes and figures it gives', () => {
  test.each<[string, CardReason[]]>([
    ['', []],
    ['nothing is left to learn from: every fact looks leaked', [{ code: 'all-leaked' }]],
    ['no signal: all accounts score alike', [{ code: 'all-alike' }]],
    ['passed: the first of its kind', [{ code: 'first' }]],
    [
      'passed: the champion looks at facts that are no longer collected that way',
      [{ code: 'champion-unreadable' }],
    ],
    ['passed: nothing is left to compare it with the champion', [{ code: 'champion-unmeasured' }]],
    ['too little data: 12 purchases in 300 rows', [{ code: 'too-few', purchases: 12, rows: 300 }]],
    [
      'no lift: the High level buys 1.71 times the base rate on later data',
      [{ code: 'no-lift', lift: 1.71 }],
    ],
    [
      'no signal: log loss 0.7012 against 0.5000 of the plain rate on later data',
      [{ code: 'no-better-than-rate', logLoss: 0.7012, rate: 0.5 }],
    ],
    [
      'no signal: log loss unknown against 0.5000 of the plain rate on later data',
      [{ code: 'no-better-than-rate', logLoss: null, rate: 0.5 }],
    ],
    [`passed: ${against}`, [{ code: 'better', logLoss: 0.1234, champion: 0.2345, rows: 678 }]],
    [
      `the champion stays: ${against}`,
      [{ code: 'champion-better', logLoss: 0.1234, champion: 0.2345, rows: 678 }],
    ],
    [
      'too little data: 2 purchases in 30 rows; learnt from all products of Modern Work instead. passed: the first of its kind',
      [
        { code: 'too-few', purchases: 2, rows: 30 },
        { code: 'learnt-from-area', area: 'Modern Work' },
        { code: 'first' },
      ],
    ],
    [
      'passed: the first of its kind; log loss 0.1234 against 0.2345 of both scores together on 678 rows that taught neither: it serves',
      [{ code: 'first' }, { code: 'better-than-scores', logLoss: 0.1234, scores: 0.2345, rows: 678 }],
    ],
    [
      `the champion stays: ${against}; log loss 0.2345 against 0.1234 of both scores together on 678 rows that taught neither: they serve`,
      [
        { code: 'champion-better', logLoss: 0.1234, champion: 0.2345, rows: 678 },
        { code: 'scores-serve', logLoss: 0.2345, scores: 0.1234, rows: 678 },
      ],
    ],
    [
      'passed: the first of its kind; log loss 0.2345 against 0.1234 of both scores together on 678 rows that taught neither: they serve',
      [{ code: 'scores-serve', logLoss: 0.2345, scores: 0.1234, rows: 678 }],
    ],
    [
      'too little data: 2 purchases in 30 rows; both scores together serve',
      [{ code: 'too-few', purchases: 2, rows: 30 }, { code: 'scores-alone' }],
    ],
    ['no signal: later outcomes turn its scores round', [{ code: 'turned-round' }]],
  ])('%s', (sentence, reasons) => {
    expect(cardReasons(sentence)).toEqual(reasons);
  });

  test('and as it stands where another version wrote it', () => {
    expect(cardReasons('the moon was full')).toEqual([{ code: 'said', text: 'the moon was full' }]);
  });
});
