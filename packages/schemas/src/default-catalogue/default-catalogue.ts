import type { Catalogue } from '../catalogue/catalogue';
import { readCatalogue } from '../catalogue/read-catalogue';
import { cohorts } from './cohorts';
import { behaviourFacts } from './facts-of-behaviour';
import { installBaseFacts } from './facts-of-install-base';
import { profileFacts } from './facts-of-profile';
import { fitAndIntent, fitFirst } from './matrices';
import { products } from './products';
import { skus } from './skus';
import { technologies } from './technologies';
import { topics } from './topics';

const K = 100_000;

/** The catalogue of the product's own default: a large software vendor that sells through partners. */
export const defaultCatalogue: Catalogue = readCatalogue({
  id: 'default',
  version: 1,
  words: { en: 'Cloud and devices', pt: 'Nuvem e dispositivos' },
  cutOffDay: 20,
  horizonDays: 90,
  trainingCutOffs: 6,
  sizeClass: { mediumEmployees: 25, upperMediumEmployees: 300, upperMediumConsumptionCents: 100_000 },
  solutionAreas: [
    { id: 'modern-work', words: { en: 'Modern Work', pt: 'Trabalho moderno' } },
    { id: 'azure', words: { en: 'Azure', pt: 'Azure' } },
    { id: 'business-applications', words: { en: 'Business Applications', pt: 'Aplicativos de negócios' } },
    { id: 'security', words: { en: 'Security', pt: 'Segurança' } },
    { id: 'surface', words: { en: 'Surface', pt: 'Surface' } },
  ],
  skus,
  technologies,
  topics,
  facts: [...profileFacts, ...installBaseFacts, ...behaviourFacts],
  products,
  matrices: [fitFirst, fitAndIntent],
  matrix: 'fit-first',
  revenueBands: [
    { label: '<$1K', belowCents: K },
    { label: '$1K-$5K', belowCents: 5 * K },
    { label: '$5K-$10K', belowCents: 10 * K },
    { label: '$10K-$25K', belowCents: 25 * K },
    { label: '$25K-$50K', belowCents: 50 * K },
    { label: '$50K-$100K', belowCents: 100 * K },
    { label: '$100K+', belowCents: null },
  ],
  cohorts,
  flags: [
    { header: 'HasAzure', rule: 'azureActive > 0' },
    { header: 'HasD365', rule: 'd365Active > 0' },
    { header: 'HasM365', rule: 'm365Active > 0' },
    { header: 'HasCopilot', rule: 'copilotActive > 0' },
    { header: 'HasGoogle', rule: 'usesGoogle > 0' },
    { header: 'HasAWS', rule: 'usesAws > 0' },
    { header: 'HasEA', rule: 'liveEa > 0' },
    { header: 'HasOpen', rule: 'liveOpen > 0' },
    {
      header: 'M365UpsellCustomer',
      rule: "m365Active > 0 and (m365Rank < 4 or m365Seats < 0.8 * employees) and M365Cluster in ('Act Now', 'Evaluate')",
    },
    { header: 'WindowsServerDataCenter_HasOpenRenewal', rule: 'renewalWinDc > 0' },
    { header: 'WindowsServerStandard_HasOpenRenewal', rule: 'renewalWinStd > 0' },
    { header: 'DynamicsOnPremAXorCRM_HasOpenRenewal', rule: 'renewalAxCrm > 0' },
    { header: 'TransactedInTheLast36Months', rule: 'orders36m > 0' },
  ],
  offers: [
    { name: 'Copilot trial seats', rule: 'copilotSuiteActive > 0 and copilotActive = 0' },
    { name: 'Azure migration credit', rule: 'serverLocalBought > 0 and azureActive = 0' },
    { name: 'Bridge to the cloud', rule: 'dynamicsLocalBought > 0 and bcActive = 0' },
    { name: 'Non-profit prices', rule: "nonprofit in ('Approved - Paid', 'Approved - Free Only')" },
  ],
  workloads: [
    { name: 'Virtual machines', fact: 'workloadVm' },
    { name: 'Managed databases', fact: 'workloadSql' },
    { name: 'Backup', fact: 'workloadBackup' },
    { name: 'Virtual desktop', fact: 'workloadAvd' },
    { name: 'App services', fact: 'workloadApp' },
    { name: 'AI services', fact: 'workloadAi' },
  ],
});
