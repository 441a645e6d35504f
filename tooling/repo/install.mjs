import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Plain JavaScript on Node alone: nothing is installed before this has run.
export const PNPM = 'pnpm@12.21.0';
const STAMP = 'node_modules/.ascent-installed';

/** Installs what the lockfile names, once for each state of it. Returns the seconds it took, 0 when nothing was due. */
export async function installed(root, say = (line) => process.stderr.write(`${line}\n`)) {
  const want = fingerprint(root);
  const stamp = join(root, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return 0;
  const started = performance.now();
  say('installing packages');
  await run(root, ['install', '--frozen-lockfile', '--reporter=append-only']);
  writeFileSync(stamp, want);
  return (performance.now() - started) / 1000;
}

/** Runs pnpm through npx, which comes with Node; its output is shown only when it fails. */
export function run(root, args, options = {}) {
  return new Promise((done, failed) => {
    const child = spawn('npx', ['-y', PNPM, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said += chunk;
      });
    }
    child.on('error', failed);
    child.on('close', (code) =>
      code === 0
        ? done(said)
        : failed(new Error(`pnpm ${args.join(' ')} failed (${code}):\n${said.slice(-6000)}`)),
    );
  });
}

function fingerprint(root) {
  const hash = createHash('sha256').update(`${PNPM} ${process.version} ${process.platform} ${process.arch}`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
