import type { Sku } from '../catalogue/catalogue';

const same = (name: string) => ({ en: name, pt: name });
const cloud = (id: string, name: string, division: string, rank?: number): Sku => ({
  id,
  words: same(name),
  kind: 'cloud',
  division,
  ...(rank === undefined ? {} : { rank }),
});
const local = (id: string, name: string, division: string): Sku => ({
  id,
  words: same(name),
  kind: 'on-premises',
  division,
});
const device = (id: string, name: string): Sku => ({
  id,
  words: same(name),
  kind: 'device',
  division: 'Surface',
});

export const skus: Sku[] = [
  cloud('M365-BB', 'Microsoft 365 Business Basic', 'Microsoft 365', 1),
  cloud('M365-BS', 'Microsoft 365 Business Standard', 'Microsoft 365', 2),
  cloud('M365-BP', 'Microsoft 365 Business Premium', 'Microsoft 365', 3),
  cloud('M365-E3', 'Microsoft 365 E3', 'Microsoft 365', 4),
  cloud('M365-E5', 'Microsoft 365 E5', 'Microsoft 365', 5),
  cloud('M365-COPILOT', 'Microsoft 365 Copilot', 'Microsoft 365'),
  cloud('SEC-DEFENDER', 'Microsoft Defender XDR', 'Security'),
  cloud('SEC-ENTRA', 'Microsoft Entra ID P2', 'Security'),
  cloud('AZ-VM', 'Azure Virtual Machines', 'Azure'),
  cloud('AZ-SQL', 'Azure SQL Database', 'Azure'),
  cloud('AZ-BACKUP', 'Azure Backup', 'Azure'),
  cloud('AZ-AVD', 'Azure Virtual Desktop', 'Azure'),
  cloud('AZ-APP', 'Azure App Service', 'Azure'),
  cloud('AZ-AI', 'Azure AI Services', 'Azure'),
  cloud('D365-BC', 'Dynamics 365 Business Central', 'Dynamics 365'),
  cloud('D365-SP', 'Dynamics 365 Sales Professional', 'Dynamics 365'),
  cloud('PWR-APPS', 'Power Apps', 'Power Platform'),
  device('SURF-PRO', 'Surface Pro'),
  device('SURF-LAPTOP', 'Surface Laptop'),
  local('OFF-2016', 'Office 2016', 'Office'),
  local('OFF-2019', 'Office 2019', 'Office'),
  local('OFF-2021', 'Office 2021', 'Office'),
  local('EXC-2016', 'Exchange Server 2016', 'Exchange Server'),
  local('WIN-STD', 'Windows Server Standard', 'Windows Server Standard'),
  local('WIN-DC', 'Windows Server Datacenter', 'Windows Server Datacenter'),
  local('SQL-SRV', 'SQL Server', 'SQL Server'),
  local('DYN-NAV', 'Dynamics NAV', 'Dynamics NAV'),
  local('DYN-GP', 'Dynamics GP', 'Dynamics GP'),
  local('DYN-SL', 'Dynamics SL', 'Dynamics SL'),
  local('DYN-AX', 'Dynamics AX', 'Dynamics AX'),
  local('DYN-CRM', 'Dynamics CRM (on-premises)', 'Dynamics CRM'),
];

const ids = (test: (sku: Sku) => boolean) => skus.filter(test).map((sku) => sku.id);
export const SUITES = ids((s) => s.rank !== undefined);
export const AZURE = ids((s) => s.division === 'Azure');
export const DEVICES = ids((s) => s.kind === 'device');
export const D365 = ids((s) => s.division === 'Dynamics 365');
export const SECURITY = ['M365-E5', 'SEC-DEFENDER', 'SEC-ENTRA'];
export const OFFICE_LOCAL = ids(
  (s) => s.kind === 'on-premises' && ['Office', 'Exchange Server'].includes(s.division),
);
export const SERVER_LOCAL = ['WIN-STD', 'WIN-DC', 'SQL-SRV'];
export const DYNAMICS_LOCAL = ids((s) => s.kind === 'on-premises' && s.division.startsWith('Dynamics'));
export const LOCAL = ids((s) => s.kind === 'on-premises');
export const CLOUD = ids((s) => s.kind === 'cloud');
