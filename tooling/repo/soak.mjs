import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installed, run } from './install.mjs';

// `npm run soak`: the long sweeps; `npm test` has a small version of each. Arguments choose among those without a browser.
const root = fileURLToPath(new URL('../..', import.meta.url));
await installed(root);
const chosen = process.argv.slice(2);
const failed = sweep('soak', chosen, {}) || (chosen.length === 0 && (await screens()));
process.exitCode = failed ? 1 : 0;

/** Every screen of both apps in both languages and both themes. */
async function screens() {
  await run(root, ['exec', 'turbo', 'run', 'build', '--output-logs=errors-only']);
  return sweep('browser', ['tooling/repo/e2e/screens.test.ts', 'tooling/repo/e2e/interactions.test.ts'], {
    ASCENT_SWEEP: 'all',
  });
}

function sweep(project, files, env) {
  const args = ['run', '-c', 'tooling/repo/vitest.config.ts', '--project', project, ...files];
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } };
  return spawnSync(`${root}/node_modules/.bin/vitest`, args, options).status !== 0;
}
