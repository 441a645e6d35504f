import type { Fact } from './fact';

const fact = (id: string, en: string, pt: string, unit: Fact['unit']): Fact => ({
  id,
  words: { en, pt },
  unit,
  visibility: 'open',
  source: { from: 'agreements', measure: 'live' },
});

/** What the renewal model looks at: facts of an agreement, which no catalogue lists. */
export const AGREEMENT_FACTS: readonly Fact[] = [
  fact('agreementProgram', 'Licence program', 'Programa de licenciamento', 'category'),
  fact('agreementDivision', 'Product division', 'Divisão de produto', 'category'),
  fact('agreementType', 'Full or partial expiry', 'Vencimento total ou parcial', 'category'),
  fact('agreementMonths', 'Length in months', 'Duração em meses', 'count'),
  fact('agreementRevenue', 'Expiring revenue', 'Receita a vencer', 'cents'),
  fact('agreementsBefore', 'Earlier agreements of the account', 'Contratos anteriores da conta', 'count'),
  fact('agreementEmployees', 'Employees', 'Funcionários', 'count'),
  fact('agreementIndustry', 'Industry', 'Setor', 'category'),
];
