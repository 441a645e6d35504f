import type { ReaderCatalogue } from '../catalogue/reader-catalogue';
import { CLUSTERS, LEVELS, SEGMENT_CODES } from '../lists';
import { SizeClass } from '../segment';
import type { Words } from '../text';
import { REPORT_COLUMNS } from './report-columns';
import { COLUMN_TITLES, PRODUCT_TITLES } from './titles';

/**
 * What a column holds: `score` deci-points, `chance` millionths, `cents` money, `choice` one of `values`,
 * `list` texts joined by '; '.
 */
export type GridKind = 'text' | 'integer' | 'score' | 'chance' | 'cents' | 'choice' | 'list' | 'date';
export type GridGroup = 'account' | 'product' | 'cohort' | 'flag' | 'offer' | 'release' | 'agreement';

/** A column of the release's rows, by its stored name. Agreements are several an account: they only filter. */
export type GridColumn = {
  id: string;
  kind: GridKind;
  group: GridGroup;
  /** Whose model it comes from. */
  product?: string;
  title: Words;
  meaning: Words;
  /** Of a choice, when the catalogue fixes them; others are counted from the rows. */
  values?: readonly string[];
  /** Only for executive report viewers: for others it does not exist. */
  sensitive: boolean;
};

const YES_NO = ['Yes', 'No'];

/** Every column that a reader may show, sort and filter by. A forbidden one is not among them. */
export function gridColumns(catalogue: ReaderCatalogue, seesSensitive: boolean): GridColumn[] {
  return everyColumn(catalogue).filter((column) => seesSensitive || !column.sensitive);
}

function everyColumn(catalogue: ReaderCatalogue): GridColumn[] {
  return [
    ...ACCOUNT.map(([id, kind]) =>
      fixed(id, kind, 'account', id === 'SMCTypeSummary' ? SizeClass.options : undefined),
    ),
    ...catalogue.products.flatMap((product) => productColumns(catalogue, product)),
    ...catalogue.cohorts.map(
      ({ header, play, words, product }): GridColumn => ({
        ...{ id: header, kind: 'choice', group: 'cohort', product, title: play, meaning: words },
        ...{ values: YES_NO, sensitive: false },
      }),
    ),
    ...catalogue.flags.map(({ header }) => fixed(header, 'choice', 'flag', YES_NO)),
    ...OFFER.map(([id, kind]) => fixed(id, kind, 'offer')),
    fixed('FitAsOf', 'date', 'release'),
    fixed('IntentAsOf', 'date', 'release'),
    ...AGREEMENT.map(([id, kind]) => fixed(id, kind, 'agreement')),
  ];
}

const ACCOUNT: [string, GridKind][] = [
  ['AccountName', 'text'],
  ['Domain', 'text'],
  ['OrgSize', 'integer'],
  ['SMCTypeSummary', 'choice'],
  ['Industry', 'choice'],
  ['Vertical', 'choice'],
  ['Country', 'choice'],
  ['State', 'choice'],
  ['City', 'text'],
  ['PostalCode', 'text'],
  ['Area', 'choice'],
  ['Subsidiary', 'choice'],
  ['SalesTerritory', 'choice'],
  ['Segment', 'choice'],
  ['SubSegment', 'choice'],
  ['IsNonprofit', 'choice'],
  ['CustomerID', 'text'],
  ['DUNSNumber', 'text'],
];
const OFFER: [string, GridKind][] = [
  ['Offers', 'list'],
  ['NumberofExistingWorkloads', 'integer'],
  ['ExistingWorkloads', 'list'],
  ['NumberofRecommendedWorkloads', 'integer'],
  ['RecommendedWorkloads', 'list'],
];
const AGREEMENT: [string, GridKind][] = [
  ['AgreementEndDate', 'date'],
  ['LicenseProgram', 'choice'],
  ['ExpirationType', 'choice'],
  ['RevSumDivisionName', 'choice'],
  ['ExpiringRevenue', 'cents'],
];

function fixed(id: string, kind: GridKind, group: GridGroup, values?: readonly string[]): GridColumn {
  const documented = REPORT_COLUMNS.find((column) => column.header === id);
  const title = COLUMN_TITLES[id] ?? { en: id, pt: id };
  return {
    ...{
      id,
      kind,
      group,
      title,
      meaning: documented?.words ?? title,
      sensitive: documented?.sensitive ?? false,
    },
    ...(values ? { values } : {}),
  };
}

function productColumns(
  catalogue: ReaderCatalogue,
  { id: product, words }: ReaderCatalogue['products'][number],
): GridColumn[] {
  const bands = catalogue.revenueBands.map((band) => band.label);
  const parts: [part: string, kind: GridKind, values?: readonly string[]][] = [
    ['Cluster', 'choice', CLUSTERS],
    ['Code', 'choice', SEGMENT_CODES],
    ['WasCode', 'choice', SEGMENT_CODES],
    ['FitScore', 'score'],
    ['IntentScore', 'score'],
    ['Fit', 'choice', LEVELS],
    ['Intent', 'choice', LEVELS],
    ['Propensity', 'chance'],
    ['SignalExplainability', 'list'],
    ['RevenuePotential', 'choice', bands],
  ];
  return parts.map(([part, kind, values]) => {
    const id = `${product}${part}`;
    const suffix = PRODUCT_TITLES[part]!;
    const title = { en: `${words.en} ${suffix.en}`, pt: `${words.pt}: ${suffix.pt}` };
    const documented = REPORT_COLUMNS.find((column) => column.header === id);
    return {
      ...{ id, kind, group: 'product', product, title, meaning: documented?.words ?? title },
      ...(values ? { values } : {}),
      sensitive: part === 'RevenuePotential',
    };
  });
}
