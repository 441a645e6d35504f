import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installed } from './install.mjs';

// The command line: `npm run ascent -- <verb>`. Paths are those of the folder it was called from.
const root = fileURLToPath(new URL('../..', import.meta.url));
await installed(root);
const loader = pathToFileURL(createRequire(`${root}/package.json`).resolve('tsx')).href;
const main = fileURLToPath(new URL('../../apps/worker/src/cli/main.ts', import.meta.url));
const child = spawn(process.execPath, ['--import', loader, main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD || process.cwd(),
});
// A Ctrl-C reaches the child as well; its end is ours.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 130 : (code ?? 1);
});
