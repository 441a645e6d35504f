import { defaultCatalogue } from '@ascent/schemas';
import { addColumns } from '@ascent/warehouse';
import { publishRelease, type TestPlatform, writeReleaseRows } from '../testing';

export const SEPTEMBER = '2026-09.1';
export const OCTOBER = '2026-10.1';
/** One that was made and never published. */
export const CANDIDATE = '2026-10.2';
/** Its members are of one of its two accounts. */
export const COHORT = defaultCatalogue.cohorts.find(({ product }) => product === 'Azure')!;

/** Two partners' accounts in two releases, one of them in two locations, with agreements that end at different times. */
export async function twoReleases(stores: TestPlatform): Promise<void> {
  const columns = defaultCatalogue.products.flatMap(({ id }) => [
    ...['Cluster', 'Code', 'WasCode', 'RevenuePotential'].map((part) => ({
      name: `${id}${part}`,
      type: 'LowCardinality(String)',
    })),
    ...['FitScore', 'IntentScore'].map((part) => ({ name: `${id}${part}`, type: 'Nullable(UInt16)' })),
    ...['Fit', 'Intent'].map((part) => ({ name: `${id}${part}`, type: 'String' })),
    { name: `${id}Propensity`, type: 'Nullable(UInt32)' },
  ]);
  for (const sql of addColumns('release_rows', columns)) await stores.jobs.command({ sql, idempotent: true });
  await publishRelease(stores, { id: SEPTEMBER });
  await publishRelease(stores, { id: OCTOBER });
  await writeReleaseRows(stores, [
    row(SEPTEMBER, 'a1', {
      AzureCluster: 'Evaluate',
      AzureCode: 'E5',
      AzureFitScore: 600,
      AzureIntentScore: 500,
    }),
    row(SEPTEMBER, 'a2', {
      AzureCluster: 'Nurture',
      AzureCode: 'N9',
      AzureFitScore: 400,
      AzureIntentScore: 100,
    }),
    row(OCTOBER, 'a1', {
      ...{ AzureCluster: 'Act Now', AzureCode: 'A1', AzureFitScore: 800, AzureIntentScore: 700 },
      ...{ AzureRevenuePotential: '$1K-$5K', [COHORT.header]: 'Yes', Country: 'Brazil', OrgSize: 240 },
    }),
    row(OCTOBER, 'a2', {
      ...{ AzureCluster: 'Nurture', AzureCode: 'N9', AzureFitScore: 400, AzureIntentScore: 100 },
      ...{ AzureRevenuePotential: '<$1K', [COHORT.header]: 'No', Country: 'Chile', OrgSize: 30 },
      location_ids: ['L2'],
    }),
    {
      ...row(OCTOBER, 'theirs', {
        ...{ AzureCluster: 'Act Now', AzureCode: 'A1', AzureFitScore: 900, AzureIntentScore: 900 },
        ...{ AzureRevenuePotential: '$100K+', [COHORT.header]: 'Yes', Country: 'Peru', OrgSize: 9000 },
      }),
      partner_id: 'p2',
    },
  ]);
  await stores.jobs.insertRows({
    table: 'release_agreements',
    rows: [
      agreement('a1', 'G1', {
        RevSumDivisionName: 'North',
        ExpiringRevenue: 900_00,
        RenewalPropensity: 120_000,
      }),
      agreement('a1', 'G1', {
        RevSumDivisionName: 'South',
        ExpiringRevenue: 100_00,
        RenewalPropensity: 120_000,
      }),
      agreement('a2', 'G2', {
        ...{ RevSumDivisionName: 'North', AgreementEndDate: '2027-03-09', ExpiringRevenue: 5000_00 },
        ...{ LicenseProgram: 'Open', RenewalPropensity: 700_000, location_ids: ['L2'] },
      }),
      {
        ...agreement('theirs', 'G9', { RevSumDivisionName: 'West', ExpiringRevenue: 77_00 }),
        partner_id: 'p2',
      },
    ],
  });
}

function row(releaseId: string, accountId: string, given: Record<string, unknown>) {
  return {
    release_id: releaseId,
    partner_id: 'p1',
    account_id: accountId,
    location_ids: ['L1'],
    AccountName: `Account ${accountId}`,
    ...given,
  };
}

function agreement(accountId: string, id: string, given: Record<string, unknown>) {
  return {
    release_id: OCTOBER,
    partner_id: 'p1',
    account_id: accountId,
    location_ids: ['L1'],
    AgreementID: id,
    AgreementEndDate: '2027-01-31',
    LicenseProgram: 'Enterprise',
    ExpirationType: 'Renewal',
    ...given,
  };
}
