import type { Fact, FactSource } from '../catalogue/fact';

type SignalSource = Extract<FactSource, { from: 'signals' }>;
type SalesSource = Extract<FactSource, { from: 'transactions' }>;

const signals = (
  id: string,
  en: string,
  pt: string,
  unit: Fact['unit'],
  source: Omit<SignalSource, 'from'>,
): Fact => ({
  id,
  words: { en, pt },
  unit,
  visibility: 'open',
  source: { from: 'signals', ...source },
});
const sales = (
  id: string,
  en: string,
  pt: string,
  unit: Fact['unit'],
  source: Omit<SalesSource, 'from'>,
): Fact => ({
  id,
  words: { en, pt },
  unit,
  // Money that all partners together took: no one of them may see it.
  visibility: unit === 'cents' ? 'partner' : 'open',
  source: { from: 'transactions', ...source },
});

const TOPICS = [
  ['Cloud', 'cloud-platform', 'cloud platform', 'plataforma de nuvem'],
  ['Productivity', 'productivity', 'productivity', 'produtividade'],
  ['Crm', 'crm', 'CRM', 'CRM'],
  ['Erp', 'erp', 'ERP', 'ERP'],
  ['Security', 'security', 'security', 'segurança'],
  ['Devices', 'devices', 'devices', 'dispositivos'],
  ['LowCode', 'low-code', 'low-code', 'low-code'],
] as const;

/** Beside 30 days: which of them foretells a product best is found out when its model is trained. */
export const OTHER_HALF_LIVES = [10, 90] as const;

/** Dated signals and purchases. */
export const behaviourFacts: Fact[] = [
  ...TOPICS.flatMap(([name, topic, en, pt]) => [
    signals(
      `signal${name}`,
      `Signals about ${en}, fading by half in 30 days`,
      `Sinais sobre ${pt}, com meia-vida de 30 dias`,
      'hundredths',
      {
        measure: 'decayed',
        topics: [topic],
        halfLifeDays: 30,
      },
    ),
    ...OTHER_HALF_LIVES.map((days) =>
      signals(
        `signal${name}Half${days}`,
        `Signals about ${en}, fading by half in ${days} days`,
        `Sinais sobre ${pt}, com meia-vida de ${days} dias`,
        'hundredths',
        { measure: 'decayed', topics: [topic], halfLifeDays: days },
      ),
    ),
    signals(`recent${name}`, `Signals about ${en} in 14 days`, `Sinais sobre ${pt} em 14 dias`, 'count', {
      measure: 'count',
      topics: [topic],
      windowDays: 14,
    }),
    signals(
      `surge${name}`,
      `Signals about ${en} in 30 days against the account's own half-year before`,
      `Sinais sobre ${pt} em 30 dias frente ao semestre anterior da própria conta`,
      'pace',
      { measure: 'surge', topics: [topic], windowDays: 30 },
    ),
  ]),
  signals(
    'hiring',
    'Hiring signals, fading by half in 60 days',
    'Sinais de contratação, com meia-vida de 60 dias',
    'hundredths',
    {
      measure: 'decayed',
      kinds: ['hiring'],
      halfLifeDays: 60,
    },
  ),
  signals(
    'growth',
    'Funding and growth signals, fading by half in 90 days',
    'Sinais de investimento e crescimento, com meia-vida de 90 dias',
    'hundredths',
    {
      measure: 'decayed',
      kinds: ['funding', 'size-change'],
      halfLifeDays: 90,
    },
  ),
  signals('visits', 'Visits in 30 days', 'Visitas em 30 dias', 'count', {
    measure: 'count',
    kinds: ['visit'],
    windowDays: 30,
  }),
  signals('signals90d', 'Signals in 90 days', 'Sinais em 90 dias', 'count', {
    measure: 'count',
    windowDays: 90,
  }),
  signals(
    'trend30d',
    'Signals in 30 days, less those of the 30 before',
    'Sinais em 30 dias, menos os dos 30 anteriores',
    'count',
    {
      measure: 'trend',
      windowDays: 30,
    },
  ),
  signals('daysSinceSignal', 'Days since the last signal', 'Dias desde o último sinal', 'days', {
    measure: 'daysSinceLast',
  }),
  sales('orders365d', 'Orders in 12 months', 'Pedidos em 12 meses', 'count', {
    measure: 'orders',
    windowDays: 365,
  }),
  sales('spend365d', 'Spend in 12 months', 'Gasto em 12 meses', 'cents', {
    measure: 'amount',
    windowDays: 365,
  }),
  sales('daysSinceOrder', 'Days since the last order', 'Dias desde o último pedido', 'days', {
    measure: 'daysSinceLast',
  }),
  sales('skusBought', 'Different products bought', 'Produtos diferentes comprados', 'count', {
    measure: 'skus',
  }),
  {
    id: 'agreementDaysToEnd',
    words: { en: 'Days to the next agreement end', pt: 'Dias até o próximo fim de contrato' },
    unit: 'days',
    visibility: 'open',
    source: { from: 'agreements', measure: 'daysToEnd' },
  },
  {
    id: 'agreementsLive',
    words: { en: 'Live agreements', pt: 'Contratos vigentes' },
    unit: 'count',
    visibility: 'open',
    source: { from: 'agreements', measure: 'live' },
  },
  ...(['open', 'won', 'lost'] as const).map((measure) => ({
    id: `opportunities${measure[0]!.toUpperCase()}${measure.slice(1)}`,
    words: {
      en: `Opportunities ${measure}`,
      pt: `Oportunidades ${{ open: 'abertas', won: 'ganhas', lost: 'perdidas' }[measure]}`,
    },
    unit: 'count' as const,
    visibility: 'open' as const,
    source: { from: 'opportunities' as const, measure },
  })),
  ...[
    [
      'liveEa',
      'Live Enterprise Agreements',
      'Enterprise Agreements vigentes',
      ['Enterprise Agreement', 'Enterprise Agreement Subscription'],
    ],
    ['liveOpen', 'Live Open agreements', 'Contratos Open vigentes', ['Open', 'Open Value']],
  ].map(([id, en, pt, programs]) => ({
    id: id as string,
    words: { en: en as string, pt: pt as string },
    unit: 'count' as const,
    visibility: 'open' as const,
    source: { from: 'agreements' as const, measure: 'live' as const, programs: programs as string[] },
  })),
  ...[
    ['renewalWinDc', 'Windows Server Datacenter', ['Windows Server Datacenter']],
    ['renewalWinStd', 'Windows Server Standard', ['Windows Server Standard']],
    ['renewalAxCrm', 'Dynamics AX or CRM', ['Dynamics AX', 'Dynamics CRM']],
  ].map(([id, name, divisions]) => ({
    id: id as string,
    words: { en: `Open renewals of ${name}`, pt: `Renovações abertas de ${name}` },
    unit: 'count' as const,
    visibility: 'open' as const,
    source: {
      from: 'agreements' as const,
      measure: 'endingWithin' as const,
      divisions: divisions as string[],
      windowDays: 365,
    },
  })),
];
