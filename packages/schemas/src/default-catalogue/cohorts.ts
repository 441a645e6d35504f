import type { Cohort } from '../catalogue/catalogue';
import { REPORT_COLUMNS } from '../dictionary/report-columns';

type Draft = Omit<Cohort, 'words'>;
const MOVE = { en: 'Move to cloud', pt: 'Migrar para a nuvem' };
const UPSELL = { en: 'Upsell', pt: 'Upsell' };
const ACQUIRE = { en: 'Acquire', pt: 'Adquirir' };

/** Bought licences in the past; no live agreement and no cloud subscription. */
const DARK = '(localBought > 0 and agreementsLive = 0 and cloudActive = 0)';

const drafts: Draft[] = [
  {
    id: 'first-azure-workload',
    header: 'Migrate_and_Secure_Windows_Server_SQL_Server_Linux_MW_to_First_Azure_Workload',
    reports: ['azure'],
    product: 'Azure',
    category: { en: 'Migrate and secure', pt: 'Migrar e proteger' },
    play: {
      en: 'First Azure workload for a Microsoft 365 customer',
      pt: 'Primeira carga do Azure para cliente Microsoft 365',
    },
    rule: '(monthlyConsumption is unknown or monthlyConsumption = 0) and azureActive = 0 and m365Bought > 0',
  },
  {
    id: 'on-premises-to-m365',
    header: 'Move_to_Cloud_OnPrem_to_Microsoft_365',
    reports: ['m365', 'surface'],
    product: 'M365',
    category: MOVE,
    play: { en: 'Move on-premises Office to Microsoft 365', pt: 'Levar o Office local para o Microsoft 365' },
    rule: 'm365Active = 0 and officeLocalBought > 0 and agreementsLive > 0',
  },
  {
    id: 'dark-to-m365',
    header: 'Move_to_Cloud_Dark_to_Microsoft_365',
    reports: ['m365', 'surface'],
    product: 'M365',
    category: MOVE,
    play: {
      en: 'Win back a dark customer with Microsoft 365',
      pt: 'Reconquistar cliente inativo com o Microsoft 365',
    },
    rule: `m365Active = 0 and ${DARK}`,
  },
  {
    id: 'higher-suite',
    header: 'Upsell_Microsoft_365_to_Higher_Suite',
    reports: ['m365', 'surface'],
    product: 'M365',
    category: UPSELL,
    play: { en: 'Step up to the next suite', pt: 'Subir para a próxima suíte' },
    rule: 'm365Active > 0 and (m365Rank < 3 or (m365Rank = 3 and employees < 300) or (m365Rank <= 4 and employees >= 300))',
  },
  {
    id: 'more-seats',
    header: 'Upsell_Microsoft_365_More_Seats',
    reports: ['m365', 'surface'],
    product: 'M365',
    category: UPSELL,
    play: { en: 'Seats for the rest of the staff', pt: 'Licenças para o restante da equipe' },
    rule: 'm365Active > 0 and m365Seats < 0.8 * employees',
  },
  {
    id: 'copilot',
    header: 'Copilot_for_Microsoft_365',
    reports: ['m365', 'surface'],
    product: 'M365',
    category: { en: 'Copilot', pt: 'Copilot' },
    play: { en: 'Copilot for an eligible suite', pt: 'Copilot para uma suíte elegível' },
    rule: "copilotSuiteActive > 0 and M365Cluster in ('Act Now', 'Evaluate')",
  },
  {
    id: 'surface-acquire-small',
    header: 'Acquire_Surface_M365_1_to_49_Seats',
    reports: ['m365', 'surface'],
    product: 'Surface',
    category: ACQUIRE,
    play: {
      en: 'First Surface devices for a small team',
      pt: 'Primeiros dispositivos Surface para uma equipe pequena',
    },
    rule: 'surfaceBought = 0 and m365Seats >= 1 and m365Seats <= 49',
  },
  {
    id: 'surface-acquire-large',
    header: 'Acquire_Surface_M365_50_Plus_Seats',
    reports: ['m365', 'surface'],
    product: 'Surface',
    category: ACQUIRE,
    play: {
      en: 'First Surface devices for a larger team',
      pt: 'Primeiros dispositivos Surface para uma equipe maior',
    },
    rule: 'surfaceBought = 0 and m365Seats >= 50',
  },
  {
    id: 'surface-upsell-small',
    header: 'Upsell_Surface_1_to_24_Devices_Last_3_Years',
    reports: ['m365', 'surface'],
    product: 'Surface',
    category: UPSELL,
    play: { en: 'Grow a small Surface base', pt: 'Ampliar uma base Surface pequena' },
    rule: 'surfaceDevices36m >= 1 and surfaceDevices36m <= 24',
  },
  {
    id: 'surface-upsell-large',
    header: 'Upsell_Surface_25_Plus_Devices_Last_3_Years',
    reports: ['m365', 'surface'],
    product: 'Surface',
    category: UPSELL,
    play: { en: 'Refresh a large Surface base', pt: 'Renovar uma base Surface grande' },
    rule: 'surfaceDevices36m >= 25',
  },
  {
    id: 'dynamics-to-bc',
    header: 'Scale_Business_Operations_Migrate_Dynamics_OnPrem_to_Business_Central',
    reports: ['d365'],
    product: 'D365BC',
    category: { en: 'Scale business operations', pt: 'Escalar operações' },
    play: {
      en: 'Move on-premises Dynamics to Business Central',
      pt: 'Levar o Dynamics local para o Business Central',
    },
    rule: `bcActive = 0 and (dynamicsLocalBought > 0 or ${DARK})`,
  },
  {
    id: 'threat-protection',
    header: 'Threat_Protection_Advanced_XDR',
    reports: ['security'],
    product: 'Security',
    category: { en: 'Threat protection', pt: 'Proteção contra ameaças' },
    play: { en: 'Microsoft 365 E5, security first', pt: 'Microsoft 365 E5, segurança primeiro' },
    rule: 'm365Active > 0 and e5Active = 0',
  },
];

export const cohorts: Cohort[] = drafts.map((draft) => ({
  ...draft,
  words: REPORT_COLUMNS.find((column) => column.header === draft.header)!.words,
}));
