import type { Fact } from '../catalogue/fact';
import * as sku from './skus';

const seats = (id: string, en: string, pt: string, skus: string[]): Fact => ({
  id,
  words: { en, pt },
  unit: 'seats',
  visibility: 'open',
  source: { from: 'subscriptions', measure: 'seats', skus },
});
const bought = (id: string, en: string, pt: string, skus: string[], windowDays?: number): Fact => ({
  id,
  words: { en, pt },
  unit: 'count',
  visibility: 'open',
  source: { from: 'transactions', measure: 'orders', skus, ...(windowDays ? { windowDays } : {}) },
});
const live = (id: string, en: string, pt: string, skus: string[]): Fact => ({
  id,
  words: { en, pt },
  unit: 'count',
  visibility: 'open',
  source: { from: 'subscriptions', measure: 'active', skus },
});

/** What an account owns or owned. */
export const installBaseFacts: Fact[] = [
  live('azureActive', 'Live Azure subscriptions', 'Assinaturas ativas do Azure', sku.AZURE),
  live('m365Active', 'Live Microsoft 365 subscriptions', 'Assinaturas ativas do Microsoft 365', sku.SUITES),
  live('d365Active', 'Live Dynamics 365 subscriptions', 'Assinaturas ativas do Dynamics 365', sku.D365),
  live('bcActive', 'Live Business Central subscriptions', 'Assinaturas ativas do Business Central', [
    'D365-BC',
  ]),
  live('copilotActive', 'Live Copilot subscriptions', 'Assinaturas ativas do Copilot', ['M365-COPILOT']),
  live('e5Active', 'Live Microsoft 365 E5 subscriptions', 'Assinaturas ativas do Microsoft 365 E5', [
    'M365-E5',
  ]),
  live('cloudActive', 'Live cloud subscriptions', 'Assinaturas de nuvem ativas', sku.CLOUD),
  live('copilotSuiteActive', 'Live suites that take Copilot', 'Suítes ativas que aceitam o Copilot', [
    'M365-BP',
    'M365-E3',
    'M365-E5',
  ]),
  seats('m365Seats', 'Microsoft 365 seats', 'Licenças do Microsoft 365', sku.SUITES),
  {
    id: 'm365Rank',
    words: { en: 'Highest Microsoft 365 suite', pt: 'Suíte Microsoft 365 mais alta' },
    unit: 'rank',
    visibility: 'open',
    source: { from: 'subscriptions', measure: 'maxRank', skus: sku.SUITES },
  },
  bought('m365Bought', 'Microsoft 365 orders', 'Pedidos de Microsoft 365', sku.SUITES),
  bought('officeLocalBought', 'Orders of on-premises Office', 'Pedidos de Office local', sku.OFFICE_LOCAL),
  bought(
    'serverLocalBought',
    'Orders of on-premises servers',
    'Pedidos de servidores locais',
    sku.SERVER_LOCAL,
  ),
  bought(
    'dynamicsLocalBought',
    'Orders of on-premises Dynamics',
    'Pedidos de Dynamics local',
    sku.DYNAMICS_LOCAL,
  ),
  bought('localBought', 'Orders of on-premises licences', 'Pedidos de licenças locais', sku.LOCAL),
  bought('surfaceBought', 'Surface orders', 'Pedidos de Surface', sku.DEVICES),
  {
    id: 'surfaceDevices36m',
    words: { en: 'Surface devices bought in 36 months', pt: 'Dispositivos Surface comprados em 36 meses' },
    unit: 'count',
    visibility: 'open',
    source: { from: 'transactions', measure: 'quantity', skus: sku.DEVICES, windowDays: 1096 },
  },
  {
    id: 'orders36m',
    words: { en: 'Orders in 36 months', pt: 'Pedidos em 36 meses' },
    unit: 'count',
    visibility: 'open',
    source: { from: 'transactions', measure: 'orders', windowDays: 1096 },
  },
  ...[
    ['workloadVm', 'AZ-VM'],
    ['workloadSql', 'AZ-SQL'],
    ['workloadBackup', 'AZ-BACKUP'],
    ['workloadAvd', 'AZ-AVD'],
    ['workloadApp', 'AZ-APP'],
    ['workloadAi', 'AZ-AI'],
  ].map(([id, one]) => {
    const name = sku.skus.find((s) => s.id === one)!.words.en;
    return bought(id!, `Orders of ${name}`, `Pedidos de ${name}`, [one!]);
  }),
];
