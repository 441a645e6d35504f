import type { Locale, ReportName } from '@ascent/schemas';

const NAMES: Record<ReportName, Record<Locale, string>> = {
  'agreement-renewal': { en: 'Agreement renewal', 'pt-BR': 'Renovação de contratos' },
  azure: { en: 'Azure', 'pt-BR': 'Azure' },
  d365: { en: 'Dynamics 365', 'pt-BR': 'Dynamics 365' },
  m365: { en: 'Microsoft 365', 'pt-BR': 'Microsoft 365' },
  security: { en: 'Security', 'pt-BR': 'Segurança' },
  surface: { en: 'Surface', 'pt-BR': 'Surface' },
};

export const REPORTS = Object.keys(NAMES) as ReportName[];

export function reportName(report: ReportName, locale: Locale): string {
  return NAMES[report][locale];
}
