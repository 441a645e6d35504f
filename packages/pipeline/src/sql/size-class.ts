import type { Month } from '../month';

/** The size class of an accounts row, '' when unknown. */
export function sizeClassSql(month: Pick<Month, 'catalogue'>, alias: string): string {
  const { mediumEmployees, upperMediumEmployees, upperMediumConsumptionCents } = month.catalogue.sizeClass;
  const employees = `${alias}.employees`;
  return `multiIf(ifNull(${employees}, 0) >= ${upperMediumEmployees} OR ifNull(${alias}.monthly_consumption, 0) > ${upperMediumConsumptionCents}, 'Upper Medium', ${employees} IS NULL, '', assumeNotNull(${employees}) >= ${mediumEmployees}, 'Medium', 'Very Small')`;
}
