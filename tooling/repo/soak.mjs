import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installed } from './install.mjs';

// `npm run soak`: the long sweeps; `npm test` has a small version of each.
const root = fileURLToPath(new URL('../..', import.meta.url));
await installed(root);
const args = ['run', '-c', 'tooling/repo/vitest.config.ts', '--project', 'soak', ...process.argv.slice(2)];
const { status } = spawnSync(`${root}/node_modules/.bin/vitest`, args, { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
