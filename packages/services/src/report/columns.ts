import { type Catalogue, type ReportColumn, type ReportName, visibleColumns } from '@ascent/schemas';
import { PROFILE_COLUMNS } from '@ascent/warehouse';

/** The product that a report without a prefix speaks of. */
const PRODUCT_OF: Partial<Record<ReportName, string>> = {
  azure: 'Azure',
  m365: 'M365',
  surface: 'Surface',
  security: 'Security',
};

/** The stored column behind a header; null where the catalogue does not have it, which exports as blank. */
export function storedColumn(catalogue: Catalogue, report: ReportName, header: string): string | null {
  if (header === 'RevenuePotential') return stored(catalogue, `${PRODUCT_OF[report]}RevenuePotential`);
  return stored(catalogue, header);
}

const MODEL_COLUMN =
  /^(.+?)(Cluster|FitScore|IntentScore|SignalExplainability|RevenuePotential|Fit|Intent|Code)$/;

function stored(catalogue: Catalogue, name: string): string | null {
  const own =
    FIXED.has(name) ||
    catalogue.flags.some((flag) => flag.header === name) ||
    catalogue.cohorts.some((cohort) => cohort.header === name);
  if (own) return name;
  const model = MODEL_COLUMN.exec(name)?.[1];
  return catalogue.products.some((product) => product.id === model) ? name : null;
}

/** Columns that every release has, whatever its catalogue. */
const FIXED = new Set<string>([
  'GlobalID',
  'PartnerName',
  ...PROFILE_COLUMNS,
  'Offers',
  'NumberofExistingWorkloads',
  'ExistingWorkloads',
  'NumberofRecommendedWorkloads',
  'RecommendedWorkloads',
  'LicenseProgram',
  'AgreementID',
  'AgreementEndDate',
  'ExpirationType',
  'ExpiringRevenue',
  'RevSumDivisionName',
]);

/** The columns asked for, in the report's order, or all that the role may see. An unknown one is named. */
export function chosenColumns(
  report: ReportName,
  seesSensitive: boolean,
  asked?: string[],
): { columns: ReportColumn[]; unknown: string[] } {
  const visible = visibleColumns(report, seesSensitive);
  if (!asked) return { columns: visible, unknown: [] };
  return {
    columns: visible.filter((column) => asked.includes(column.header)),
    unknown: asked.filter((header) => !visible.some((column) => column.header === header)),
  };
}
