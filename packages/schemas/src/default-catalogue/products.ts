import type { Product } from '../catalogue/catalogue';
import { DEFAULT_LEVEL_CUTS } from '../level';
import { OTHER_HALF_LIVES } from './facts-of-behaviour';
import * as sku from './skus';

const PROFILE = ['employees', 'ageYears', 'industry', 'country', 'nonprofit', 'technologiesSeen'];
const OWNED = [
  'm365Seats',
  'azureActive',
  'd365Active',
  'surfaceBought',
  'officeLocalBought',
  'serverLocalBought',
  'dynamicsLocalBought',
  'orders365d',
  'spend365d',
];
const BEHAVIOUR = [
  'hiring',
  'growth',
  'visits',
  'signals90d',
  'trend30d',
  'daysSinceSignal',
  'orders365d',
  'daysSinceOrder',
  'agreementDaysToEnd',
  'opportunitiesOpen',
  'opportunitiesWon',
  'employees',
];

type Draft = Omit<Product, 'levelCuts' | 'fit' | 'intent'> & {
  uses: string[];
  without: string[];
  signals: string[];
};

/** A fit model never sees the product's own install base: it would only repeat who owns it. */
function product({ uses, without, signals, ...rest }: Draft): Product {
  return {
    ...rest,
    levelCuts: DEFAULT_LEVEL_CUTS,
    fit: { facts: [...PROFILE, ...uses, ...OWNED.filter((fact) => !without.includes(fact))], labelDays: 365 },
    intent: {
      facts: [...signals, ...BEHAVIOUR],
      alternatives: signals
        .filter((fact) => fact.startsWith('signal'))
        .map((fact) => [fact, ...OTHER_HALF_LIVES.map((days) => `${fact}Half${days}`)]),
      monotone: Object.fromEntries(
        signals.filter((fact) => fact.startsWith('recent')).map((fact) => [fact, 1]),
      ),
    },
  };
}
const same = (name: string) => ({ en: name, pt: name });

export const products: Product[] = [
  product({
    id: 'Azure',
    area: 'azure',
    words: same('Azure'),
    skus: sku.AZURE,
    topics: ['cloud-platform'],
    uses: ['usesCloudRival', 'usesData'],
    without: ['azureActive', 'orders365d', 'spend365d'],
    signals: ['signalCloud', 'recentCloud', 'surgeCloud', 'azureActive', 'serverLocalBought'],
  }),
  product({
    id: 'M365',
    area: 'modern-work',
    words: same('Microsoft 365'),
    skus: sku.SUITES,
    topics: ['productivity'],
    uses: ['usesOfficeRival', 'usesGoogle'],
    without: ['m365Seats', 'orders365d', 'spend365d'],
    signals: [
      'signalProductivity',
      'recentProductivity',
      'surgeProductivity',
      'm365Seats',
      'officeLocalBought',
    ],
  }),
  product({
    id: 'Surface',
    area: 'surface',
    words: same('Surface'),
    skus: sku.DEVICES,
    topics: ['devices'],
    uses: ['usesDeviceRival'],
    without: ['surfaceBought', 'orders365d', 'spend365d'],
    signals: ['signalDevices', 'recentDevices', 'surgeDevices', 'surfaceBought', 'm365Seats'],
  }),
  product({
    id: 'D365BC',
    area: 'business-applications',
    words: same('Dynamics 365 Business Central'),
    scope: 'employees < 300',
    skus: ['D365-BC'],
    topics: ['erp'],
    uses: ['usesErpRival'],
    without: ['d365Active', 'orders365d', 'spend365d'],
    signals: ['signalErp', 'recentErp', 'surgeErp', 'dynamicsLocalBought', 'usesErpRival'],
  }),
  product({
    id: 'D365SP',
    area: 'business-applications',
    words: same('Dynamics 365 Sales Pro'),
    skus: ['D365-SP'],
    topics: ['crm'],
    uses: ['usesCrmRival'],
    without: ['d365Active', 'orders365d', 'spend365d'],
    signals: ['signalCrm', 'recentCrm', 'surgeCrm', 'd365Active', 'usesCrmRival'],
  }),
  product({
    id: 'PowerApps',
    area: 'business-applications',
    words: same('Power Apps'),
    scope: 'usesLowCodeRival > 0',
    skus: ['PWR-APPS'],
    topics: ['low-code'],
    uses: ['usesLowCodeRival', 'usesData'],
    without: ['orders365d', 'spend365d'],
    signals: ['signalLowCode', 'recentLowCode', 'surgeLowCode', 'm365Seats'],
  }),
  product({
    id: 'Security',
    area: 'security',
    words: { en: 'Microsoft 365 with security', pt: 'Microsoft 365 com segurança' },
    skus: sku.SECURITY,
    topics: ['security'],
    uses: ['usesSecurityRival'],
    without: ['orders365d', 'spend365d'],
    signals: ['signalSecurity', 'recentSecurity', 'surgeSecurity', 'm365Seats', 'm365Rank'],
  }),
];
