import { expect, it } from 'vitest';
import { companyOf } from '../firm/company';
import { COUNTRIES } from '../firm/countries';
import { INDUSTRIES } from '../firm/industries';

const companies = Array.from({ length: 8000 }, (_, index) => companyOf(3, index, 2026));

it('shares of countries and industries add up to one', () => {
  const total = (items: readonly { share: number }[]) => items.reduce((sum, { share }) => sum + share, 0);
  expect(total(COUNTRIES)).toBeCloseTo(1, 9);
  expect(total(INDUSTRIES)).toBeCloseTo(1, 9);
});

it('every domain is a name that no one can own', () => {
  for (const { domain } of companies) expect(domain).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\.example$/);
});

it('few companies share a name', () => {
  const distinct = new Set(companies.map(({ name }) => name)).size;
  const shared = 1 - distinct / companies.length;
  expect(shared).toBeGreaterThan(0.015);
  expect(shared).toBeLessThan(0.05);
});

it('legal suffixes are those of the country', () => {
  const withSuffix = companies.filter(({ name, country }) =>
    country.suffixes.some((suffix) => name.endsWith(` ${suffix}`)),
  );
  expect(withSuffix.length / companies.length).toBeGreaterThan(0.8);
});

it('most companies are small and few are large', () => {
  const share = (low: number, high: number) =>
    companies.filter(({ employees }) => employees >= low && employees < high).length / companies.length;
  expect(share(1, 25)).toBeGreaterThan(0.55);
  expect(share(25, 300)).toBeGreaterThan(0.2);
  expect(share(300, 1000)).toBeGreaterThan(0.005);
  expect(share(300, 1000)).toBeLessThan(0.05);
});
