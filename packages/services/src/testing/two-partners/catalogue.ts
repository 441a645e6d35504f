import {
  type Catalogue,
  defaultCatalogue,
  type Fact,
  ModelCard,
  ModelDocument,
  readCatalogue,
} from '@ascent/schemas';

const FACTS = ['employees', 'industry', 'visits', 'recentSecurity', 'spend365d', 'orders365d'];
const VISIBILITY: Record<string, Fact['visibility']> = {
  ...{ recentSecurity: 'sensitive', spend365d: 'sensitive', orders365d: 'partner' },
};
const product = (id: string) => ({
  ...defaultCatalogue.products.find((each) => each.id === id)!,
  fit: { facts: ['employees', 'industry', 'spend365d'], labelDays: 365 },
  intent: { facts: ['visits', 'recentSecurity', 'spend365d', 'orders365d'] },
});
const cohort = (id: string, header: string, rule: string) => ({
  ...defaultCatalogue.cohorts.find((each) => each.id === 'copilot')!,
  ...{ id, header, rule, product: 'Security', reports: ['security' as const] },
});

/** Two products, an open cohort and one of a sensitive fact; signals about security are sensitive, orders other partners'. */
export const smallCatalogue: Catalogue = readCatalogue({
  ...defaultCatalogue,
  facts: FACTS.map((id) => ({
    ...defaultCatalogue.facts.find((fact) => fact.id === id)!,
    visibility: VISIBILITY[id] ?? ('open' as const),
  })),
  products: [product('Security'), product('Surface')],
  cohorts: [
    cohort('staffed', 'Staffed', 'employees > 10'),
    cohort('spenders', 'Spenders', 'spend365d > 100 and employees > 10'),
  ],
  flags: [],
  offers: [],
  workloads: [],
});

const numbers = (fact: string, ...edges: number[]) => ({
  fact,
  bins: { kind: 'number' as const, edges },
  coarse: Array.from({ length: edges.length + 2 }, (_, bin) => bin),
});
export const FEATURES = {
  employees: numbers('employees', 25, 300),
  industry: {
    fact: 'industry',
    bins: { kind: 'category' as const, levels: ['Health', 'Retail'] },
    coarse: [0, 1, 2],
  },
  visits: numbers('visits', 1, 3),
  recentSecurity: numbers('recentSecurity', 1, 3),
  spend365d: numbers('spend365d', 1, 31_313_100),
  orders365d: numbers('orders365d', 1, 2),
};
const { employees, industry, visits, recentSecurity, spend365d, orders365d } = FEATURES;

const document = (id: string, kind: 'fit' | 'intent', given: Partial<ModelDocument>): ModelDocument =>
  ModelDocument.parse({
    ...{
      format: 2,
      id,
      product: 'Security',
      kind,
      method: 'pairs',
      period: '2026-10',
      seed: 1,
      binning: 'b',
    },
    base: 300,
    anchors: { p35: -3, p90: -1, deciPerLogit: 225 },
    levelCuts: { high: 750, medium: 550, low: 300 },
    probability: { from: 0, step: 100, millionths: [10] },
    ...given,
  });
export const fitModel = document('fit', 'fit', {
  features: [employees, industry, spend365d],
  terms: [
    { features: [0], points: [-10, 20, 150, 300] },
    { features: [1], points: [0, 30, -20] },
    { features: [2], points: [0, -5, 25, 80] },
  ],
});
export const intentModel = document('intent', 'intent', {
  features: [visits, recentSecurity, spend365d, orders365d],
  terms: [
    { features: [0], points: [0, -20, 60, 200] },
    { features: [1], points: [0, -10, 90, 124] },
    { features: [2], points: [0, 0, 33, 44] },
    { features: [3], points: [0, 0, 70, 220] },
  ],
});

/** What a buyer is foreseen to spend: its cents stand nowhere else. */
export const revenueModel = {
  ...{ format: 1 as const, product: 'Security', period: '2026-10', binning: 'b' },
  features: [employees],
  terms: [{ features: [0], points: [0, 0, 10, 20] }],
  ...{ base: 0, low: -10, high: 10 },
  coverage: { target: 0.8, measured: 0.79, buyers: 100 },
  cents: { from: 0, step: 10, cents: [3_535_300, 3_636_300, 3_737_300] },
};

const none = {
  ...{ rows: 0, positives: 0, auc: null, prAuc: null, logLoss: null, brier: null, ece: null, lift10: null },
};
export const modelCard: ModelCard = ModelCard.parse({
  format: 2,
  definition: { label: 'purchase', days: 90, skus: [], scope: null },
  ...{ trainingRows: 0, trainingPositives: 0, trainingCutOffs: [], validationCutOff: null, method: 'pairs' },
  ...{ candidates: [], calibration: [], deciles: [], terms: [], alternatives: [], leakage: [], concepts: [] },
  metrics: { model: none, champion: null, contender: null, logistic: null, yardstick: null },
  ...{ championId: null, highLevelLift: null, published: true, decision: 'first', reason: 'the first' },
});
