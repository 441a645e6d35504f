/** The house: each package with its layer. Imports go down only. */
export const LAYERS: Record<string, string> = {
  '@ascent/schemas': 'L0',
  '@ascent/scoring': 'L1',
  '@ascent/cohorts': 'L1',
  '@ascent/matching': 'L1',
  '@ascent/measurement': 'L1',
  '@ascent/market': 'L1',
  '@ascent/email': 'L1',
  '@ascent/sources': 'L2',
  '@ascent/connectors': 'L2',
  '@ascent/warehouse': 'L2',
  '@ascent/db': 'L2',
  '@ascent/services': 'L3',
  '@ascent/pipeline': 'L3',
  '@ascent/api': 'api',
  '@ascent/client': 'L4',
  '@ascent/ui': 'L4',
  '@ascent/testing': 'testing',
  '@ascent/portal': 'web',
  '@ascent/campaigns': 'web',
  '@ascent/worker': 'worker',
  '@ascent/repo': 'tooling',
};

const L1 = names('L1');
const L2 = names('L2');

/** What each package may import of ours; `testing` may be a devDependency of any. */
export function mayImport(name: string): readonly string[] {
  if (name === '@ascent/pipeline') return ['@ascent/schemas', ...L1, ...L2, '@ascent/services'];
  switch (LAYERS[name]) {
    case 'L0':
      return [];
    case 'L1':
    case 'L2':
    case 'L4':
    case 'testing':
      return ['@ascent/schemas'];
    case 'L3':
      return ['@ascent/schemas', ...L1, ...L2];
    case 'api':
      return ['@ascent/schemas', '@ascent/services'];
    case 'web':
      return ['@ascent/schemas', ...L1, '@ascent/api', '@ascent/ui'];
    case 'worker':
      return ['@ascent/schemas', ...L1, ...L2, '@ascent/services', '@ascent/pipeline'];
    case 'tooling':
      return Object.keys(LAYERS);
    default:
      return [];
  }
}

function names(layer: string): string[] {
  return Object.keys(LAYERS).filter((name) => LAYERS[name] === layer);
}
