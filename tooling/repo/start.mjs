import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installed, run } from './install.mjs';

// `npm start` on a machine with Node and npm alone: installs, builds, then hands over to the worker's supervisor.
const root = fileURLToPath(new URL('../..', import.meta.url));
const say = (line) => process.stdout.write(`${line}\n`);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  say(`Node 20.19 or later is needed, this is ${process.version}`);
  process.exit(1);
}

try {
  const installSeconds = await installed(root, say);
  if (installSeconds > 0) say(`packages done in ${installSeconds.toFixed(1)} s`);
  say('build ...');
  const began = performance.now();
  await run(root, ['exec', 'turbo', 'run', 'build', '--output-logs=errors-only'], {
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  });
  say(`build done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
} catch (cause) {
  say(cause.message);
  process.exit(1);
}

const loader = pathToFileURL(createRequire(`${root}/package.json`).resolve('tsx')).href;
const main = fileURLToPath(new URL('../../apps/worker/src/start/main.ts', import.meta.url));
const child = fork(main, process.argv.slice(2), {
  execArgv: ['--import', loader],
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
// A Ctrl-C in a terminal reaches the child by itself; it takes everything down and then ends.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
