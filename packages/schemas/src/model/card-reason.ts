/** Why a model serves or does not: a code with its figures, for a text in the reader's language. */
export type CardReason =
  | { code: 'all-leaked' | 'all-alike' | 'first' | 'champion-unreadable' | 'champion-unmeasured' }
  | { code: 'too-few'; purchases: number; rows: number }
  | { code: 'no-lift'; lift: number }
  | { code: 'no-better-than-rate'; logLoss: number | null; rate: number }
  | { code: 'learnt-from-area'; area: string }
  | { code: 'better' | 'champion-better'; logLoss: number; champion: number; rows: number }
  /** A propensity of its own against both scores together: which of them says the probability. */
  | { code: 'better-than-scores' | 'scores-serve'; logLoss: number; scores: number; rows: number }
  | { code: 'scores-alone' | 'turned-round' }
  /** Of another version. */
  | { code: 'said'; text: string };

type Reader = [pattern: RegExp, read: (...found: string[]) => CardReason];

const figures = (code: 'better' | 'champion-better') => (ours: string, theirs: string, rows: string) => ({
  code,
  logLoss: Number(ours),
  champion: Number(theirs),
  rows: Number(rows),
});
const AGAINST = 'log loss ([\\d.]+) against ([\\d.]+) of the champion on (\\d+) rows that taught neither';

/** Training says what it found in a sentence, which is stored; these are all of its sentences. */
const SENTENCES: Reader[] = [
  [/^nothing is left to learn from: every fact looks leaked$/, () => ({ code: 'all-leaked' })],
  [/^no signal: all accounts score alike$/, () => ({ code: 'all-alike' })],
  [/^passed: the first of its kind$/, () => ({ code: 'first' })],
  [
    /^passed: the champion looks at facts that are no longer collected that way$/,
    () => ({ code: 'champion-unreadable' }),
  ],
  [/^no signal: later outcomes turn its scores round$/, () => ({ code: 'turned-round' })],
  [/^passed: nothing is left to compare it with the champion$/, () => ({ code: 'champion-unmeasured' })],
  [
    /^too little data: (\d+) purchases in (\d+) rows$/,
    (purchases, rows) => ({ code: 'too-few', purchases: Number(purchases), rows: Number(rows) }),
  ],
  [
    /^no lift: the High level buys ([\d.]+) times the base rate on later data$/,
    (lift) => ({ code: 'no-lift', lift: Number(lift) }),
  ],
  [
    /^no signal: log loss ([\d.]+|unknown) against ([\d.]+) of the plain rate on later data$/,
    (ours, rate) => ({
      code: 'no-better-than-rate',
      logLoss: ours === 'unknown' ? null : Number(ours),
      rate: Number(rate),
    }),
  ],
  [new RegExp(`^passed: ${AGAINST}$`), figures('better')],
  [new RegExp(`^the champion stays: ${AGAINST}$`), figures('champion-better')],
];
/** Behind the reason of a propensity's model: how it came out against both scores together. */
const BESIDE_SCORES =
  /^(.*); log loss ([\d.]+) against ([\d.]+) of both scores together on (\d+) rows that taught neither: (it|they) serve[s]?$/;
const SCORES_ALONE = '; both scores together serve';
/** What is said where a product had too few purchases of its own: before it why, behind it how that came out. */
const BROADER = /^(.*?); learnt from all products of (.+?) instead\. (.*)$/;

/** The reasons that a card's sentence gives, in its order. */
export function cardReasons(sentence: string): CardReason[] {
  if (sentence === '') return [];
  const beside = BESIDE_SCORES.exec(sentence);
  if (beside) {
    const [, why, logLoss, scores, rows, who] = beside as unknown as string[];
    const code = who === 'it' ? 'better-than-scores' : 'scores-serve';
    return [
      ...(who === 'it' ? cardReasons(why!) : unlessFirst(why!)),
      { code, logLoss: Number(logLoss), scores: Number(scores), rows: Number(rows) },
    ];
  }
  if (sentence.endsWith(SCORES_ALONE))
    return [...unlessFirst(sentence.slice(0, -SCORES_ALONE.length)), { code: 'scores-alone' }];
  const broader = BROADER.exec(sentence);
  if (broader) {
    const [, why, area, then] = broader as unknown as [string, string, string, string];
    return [...cardReasons(why), { code: 'learnt-from-area', area }, ...cardReasons(then)];
  }
  for (const [pattern, read] of SENTENCES) {
    const found = pattern.exec(sentence);
    if (found) return [read(...found.slice(1))];
  }
  return [{ code: 'said', text: sentence }];
}

/** What does not serve is not told to have passed as the first of its kind. */
function unlessFirst(sentence: string): CardReason[] {
  return cardReasons(sentence).filter(({ code }) => code !== 'first');
}
