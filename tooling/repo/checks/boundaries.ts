import { LAYERS, mayImport } from './layers';

type SourceFile = { path: string; text: string };
export type Package = {
  name: string;
  folder: string;
  dependencies: string[];
  devDependencies: string[];
  files: SourceFile[];
};

const CLOCK_OR_CHANCE = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/;
const IMPORT = /(?:from|import|import\()\s*['"]([^'"]+)['"]/g;

/** Everything that breaks the house's rules, each as `path: what`. */
export function violations(packages: readonly Package[]): string[] {
  return packages.flatMap((each) => [...declared(each), ...each.files.flatMap((file) => inFile(each, file))]);
}

function declared({ name, folder, dependencies, devDependencies }: Package): string[] {
  if (!(name in LAYERS)) return [`${folder}/package.json: ${name} is not a package of the house`];
  const allowed = mayImport(name);
  const ours = (list: string[]) => list.filter((each) => each.startsWith('@ascent/'));
  const up = [
    ...ours(dependencies).filter((each) => !allowed.includes(each)),
    ...ours(devDependencies).filter((each) => !allowed.includes(each) && each !== '@ascent/testing'),
  ];
  return up.map((each) => `${folder}/package.json: ${name} (${LAYERS[name]}) may not import ${each}`);
}

function inFile({ name, folder, dependencies, devDependencies }: Package, { path, text }: SourceFile) {
  const found: string[] = [];
  const isTest = /\.test\.tsx?$/.test(path);
  const layer = LAYERS[name];
  for (const [, specifier] of text.matchAll(IMPORT)) {
    const target = specifier!;
    if (target.startsWith('.') && outside(folder, path, target))
      found.push(`${path}: ${target} leaves the package; import by its name`);
    const ours = /^@ascent\/[^/]+/.exec(target)?.[0];
    if (ours && ours !== name && ![...dependencies, ...devDependencies].includes(ours))
      found.push(`${path}: ${ours} is not declared in ${folder}/package.json`);
    if (layer === 'L1' && !isTest && target.startsWith('node:'))
      found.push(`${path}: ${target}: an L1 package does no I/O`);
    if (/^drizzle-orm/.test(target) && !['@ascent/db', '@ascent/services'].includes(name))
      found.push(`${path}: drizzle is used in db and services only`);
    if (/^(@clickhouse\/client|chdb)/.test(target) && name !== '@ascent/warehouse')
      found.push(`${path}: SQL of the warehouse is run through @ascent/warehouse only`);
  }
  if (/\bprocess\.env\b/.test(text) && !/(^|\/)env\.ts$/.test(path) && !mayReadEnvironment(name, path))
    found.push(`${path}: process.env is read in env.ts only`);
  if (layer === 'L1' && !isTest && CLOCK_OR_CHANCE.test(text))
    found.push(`${path}: an L1 package has no clock and no chance; time and seeds come in as arguments`);
  return found;
}

/** The warehouse's front process gets its settings from its parent; tooling and the build's own switch are no product settings. */
function mayReadEnvironment(name: string, path: string): boolean {
  return (
    name === '@ascent/repo' || /packages\/warehouse\/src\/server\//.test(path) || /\/proxy\.ts$/.test(path)
  );
}

function outside(folder: string, path: string, target: string): boolean {
  const parts = path.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return !`${parts.join('/')}/`.startsWith(`${folder}/`);
}
