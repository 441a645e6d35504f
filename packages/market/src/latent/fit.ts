import { bell, sigmoid } from '../curve';
import { type Company, sizeOf } from '../firm/company';
import type { ProductId } from './products';

/** What a company uses and owns when the window begins, as far as it bears on what it needs. */
export type Needs = {
  /** Technology groups seen, and how many technologies. */
  groups: ReadonlySet<string>;
  technologies: number;
  year: number;
  localOffice: boolean;
  localServers: boolean;
  localDynamics: boolean;
};

const INDUSTRIAL = new Set(['Manufacturing', 'Transport and logistics', 'Agriculture']);
const FIELD = new Set(['Health', 'Education', 'Construction']);
const SELLING = new Set(['Professional services', 'Retail', 'Financial services']);

/**
 * How well a product suits a company, 0 to 1. On purpose no sum of terms of one trait each: products,
 * minima, maxima, thresholds and waves of several traits, some of them never observed.
 */
export function trueFit(product: ProductId, company: Company, needs: Needs): number {
  return sigmoid(1.25 * scoreOf(product, company, needs));
}

function scoreOf(product: ProductId, company: Company, needs: Needs): number {
  const { maturity: m, growth: g, caution: c, industry } = company;
  const s = sizeOf(company.employees);
  const age = needs.year - company.foundedYear;
  const has = (group: string) => (needs.groups.has(group) ? 1 : 0);
  const adoption = (needs.technologies - 2.8) / 1.7;
  switch (product) {
    case 'Azure':
      return (
        -0.5 +
        1.2 * Math.tanh(s * adoption) +
        0.7 * Math.tanh(s) +
        0.6 * adoption +
        0.8 * m +
        0.5 * Math.sin(age / 7) +
        0.9 * has('cloud-rival') * s +
        (needs.localServers ? 0.9 * Math.tanh(1 + g) : 0)
      );
    case 'M365':
      return (
        0.2 +
        0.9 * Math.min(m, g + 0.6) +
        0.9 * Math.tanh(s) -
        (g < 0.3 ? 1.1 : 0.2) * has('office-rival') +
        (needs.localOffice ? 0.9 * Math.sin(age / 9) : 0)
      );
    case 'Surface':
      return (
        -0.9 +
        1.2 * Math.max(Math.tanh(s), g) -
        1.1 * has('device-rival') +
        0.6 * adoption +
        (FIELD.has(industry.name) ? 0.9 * (1 + Math.tanh(m)) : 0)
      );
    case 'D365BC':
      // The planted interaction: a rival ERP speaks for industry and trades that move goods, and against the rest.
      return (
        -1.2 +
        1.9 * bell(s, 0.9, 0.9) +
        has('erp-rival') * (INDUSTRIAL.has(industry.name) ? 2.2 : -0.9) +
        (needs.localDynamics ? 1.1 + 0.5 * g : 0) +
        0.4 * m
      );
    case 'D365SP':
      return (
        -0.7 +
        has('crm-rival') * (m > 0.1 ? 2.1 : -0.1) +
        0.5 * g * (s + 1) +
        (SELLING.has(industry.name) ? 0.9 : -0.2) +
        0.3 * Math.sin(age / 5)
      );
    case 'PowerApps':
      return (
        -0.5 +
        0.8 * m * (s + 0.8) +
        0.9 * has('data') +
        0.5 * Math.max(g, 0) +
        0.6 * adoption +
        0.6 * Math.tanh(s)
      );
    case 'Security':
      return (
        -0.4 +
        0.7 * c * (s + 1.1) +
        0.8 * Math.tanh(s) +
        0.6 * Math.min(m, c) +
        0.5 * industry.caution -
        (g < 0 ? 0.9 : 0.1) * has('security-rival')
      );
  }
}
