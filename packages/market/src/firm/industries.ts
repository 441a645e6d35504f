/** Pure data: industries with their verticals, and what they add to a company's hidden traits. */
export type IndustryName =
  | 'Manufacturing'
  | 'Professional services'
  | 'Health'
  | 'Retail'
  | 'Transport and logistics'
  | 'Construction'
  | 'Education'
  | 'Financial services'
  | 'Agriculture'
  | 'Non-profit';
export type Industry = {
  name: IndustryName;
  verticals: readonly string[];
  share: number;
  maturity: number;
  caution: number;
};

export const INDUSTRIES: readonly Industry[] = [
  {
    name: 'Manufacturing',
    verticals: ['Industrial machinery', 'Packaging', 'Furniture', 'Food processing'],
    share: 0.17,
    maturity: -0.1,
    caution: 0,
  },
  {
    name: 'Professional services',
    verticals: ['Legal', 'Accounting', 'Consulting', 'Architecture'],
    share: 0.16,
    maturity: 0.3,
    caution: 0.2,
  },
  {
    name: 'Health',
    verticals: ['Dental practices', 'Clinics', 'Laboratories', 'Veterinary'],
    share: 0.11,
    maturity: 0,
    caution: 0.5,
  },
  {
    name: 'Retail',
    verticals: ['Pharmacies', 'Building materials', 'Specialty stores'],
    share: 0.15,
    maturity: -0.1,
    caution: -0.3,
  },
  {
    name: 'Transport and logistics',
    verticals: ['Freight', 'Warehousing', 'Passenger transport'],
    share: 0.09,
    maturity: -0.1,
    caution: -0.1,
  },
  {
    name: 'Construction',
    verticals: ['Residential', 'Civil works', 'Installations'],
    share: 0.1,
    maturity: -0.4,
    caution: -0.4,
  },
  { name: 'Education', verticals: ['Schools', 'Training'], share: 0.06, maturity: 0.2, caution: 0 },
  {
    name: 'Financial services',
    verticals: ['Insurance brokers', 'Credit', 'Wealth management'],
    share: 0.07,
    maturity: 0.4,
    caution: 0.8,
  },
  {
    name: 'Agriculture',
    verticals: ['Crops', 'Livestock', 'Inputs'],
    share: 0.05,
    maturity: -0.5,
    caution: -0.4,
  },
  { name: 'Non-profit', verticals: ['Foundations', 'Associations'], share: 0.04, maturity: -0.1, caution: 0 },
];
