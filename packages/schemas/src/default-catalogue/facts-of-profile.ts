import type { Fact, FactSource } from '../catalogue/fact';
import { technologies } from './technologies';

const account = (
  id: string,
  en: string,
  pt: string,
  unit: Fact['unit'],
  measure: Extract<FactSource, { from: 'account' }>['measure'],
  visibility: Fact['visibility'] = 'open',
): Fact => ({ id, words: { en, pt }, unit, visibility, source: { from: 'account', measure } });

const uses = (id: string, en: string, pt: string, group: string): Fact => ({
  id,
  words: { en, pt },
  unit: 'count',
  visibility: 'open',
  source: { from: 'technologies', measure: 'count', names: technologies[group]! },
});

/** Firmographics and technographics. */
export const profileFacts: Fact[] = [
  account('employees', 'Employees', 'Funcionários', 'count', 'employees'),
  account('ageYears', 'Years since foundation', 'Anos desde a fundação', 'years', 'ageYears'),
  account(
    'monthlyConsumption',
    'Cloud consumption a month',
    'Consumo de nuvem por mês',
    'cents',
    'monthlyConsumption',
    'sensitive',
  ),
  account('industry', 'Industry', 'Setor', 'category', 'industry'),
  account('country', 'Country', 'País', 'category', 'country'),
  account(
    'nonprofit',
    'Non-profit status',
    'Situação de entidade sem fins lucrativos',
    'category',
    'nonprofit',
  ),
  uses(
    'usesOfficeRival',
    'Rival productivity tools seen',
    'Ferramentas de produtividade rivais vistas',
    'office-rival',
  ),
  uses('usesGoogle', 'Google products seen', 'Produtos Google vistos', 'google'),
  uses('usesAws', 'Amazon Web Services seen', 'Amazon Web Services visto', 'aws'),
  uses(
    'usesCloudRival',
    'Other clouds and virtual machines seen',
    'Outras nuvens e máquinas virtuais vistas',
    'cloud-rival',
  ),
  uses('usesCrmRival', 'Rival CRM seen', 'CRM rival visto', 'crm-rival'),
  uses('usesErpRival', 'Rival ERP seen', 'ERP rival visto', 'erp-rival'),
  uses(
    'usesLowCodeRival',
    'Rival low-code platform seen',
    'Plataforma low-code rival vista',
    'low-code-rival',
  ),
  uses(
    'usesSecurityRival',
    'Rival security product seen',
    'Produto de segurança rival visto',
    'security-rival',
  ),
  uses(
    'usesDeviceRival',
    'Other device management seen',
    'Outro gerenciamento de dispositivos visto',
    'device-rival',
  ),
  uses('usesData', 'Data platforms seen', 'Plataformas de dados vistas', 'data'),
  {
    id: 'technologiesSeen',
    words: { en: 'Technologies seen', pt: 'Tecnologias vistas' },
    unit: 'count',
    visibility: 'open',
    source: { from: 'technologies', measure: 'count' },
  },
];
