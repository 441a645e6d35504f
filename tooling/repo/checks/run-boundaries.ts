import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Package, violations } from './boundaries';

/** Prints what breaks the house's rules and fails when anything does. */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));
const manifests = listed.filter((path) => /^(apps|packages|tooling)\/[^/]+\/package\.json$/.test(path));

const found = violations(manifests.map(readPackage));
for (const line of found) process.stderr.write(`${line}\n`);
process.stdout.write(`${manifests.length} packages, ${found.length} violations\n`);
process.exitCode = found.length > 0 ? 1 : 0;

function readPackage(manifest: string): Package {
  const folder = manifest.replace(/\/package\.json$/, '');
  const { name, dependencies, devDependencies } = JSON.parse(readFileSync(join(root, manifest), 'utf8')) as {
    name: string;
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
  };
  const files = listed
    .filter((path) => path.startsWith(`${folder}/`) && /\.(ts|tsx|mts)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  return {
    name,
    folder,
    dependencies: Object.keys(dependencies ?? {}),
    devDependencies: Object.keys(devDependencies ?? {}),
    files,
  };
}
