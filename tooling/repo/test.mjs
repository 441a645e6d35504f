import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installed, PNPM } from './install.mjs';

// `npm test`: every check on real parts, each one told as it ends; the last line is `N passed, N failed`.
const root = fileURLToPath(new URL('../..', import.meta.url));
const say = (line) => process.stdout.write(`${line}\n`);
const scratch = mkdtempSync(join(tmpdir(), 'ascent-results-'));
const environment = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  CI: '1',
};
const vitest = (project) => ['vitest', 'run', '-c', 'tooling/repo/vitest.config.ts', '--project', project];

/** Checks count as one each; test projects count their tests. */
const STEPS = [
  ['format and lint', ['biome', 'ci', '--error-on-warnings', '.']],
  ['build', ['turbo', 'run', 'build', '--output-logs=errors-only']],
  ['types', ['turbo', 'run', 'typecheck', '--output-logs=errors-only']],
  ['boundaries', ['tsx', 'tooling/repo/checks/run-boundaries.ts']],
  ['unused code', ['knip', '-c', 'tooling/repo/knip.json', '--no-config-hints']],
  ['unit tests', vitest('unit')],
  ['store tests', vitest('stores')],
  ['browser tests', vitest('browser')],
];

await installed(root, say);
const total = { passed: 0, failed: 0 };
const only = process.argv[2];
for (const [name, command] of STEPS) {
  if (only && !name.includes(only)) continue;
  const began = performance.now();
  say(`\n${name} ...`);
  const counted = await perform(name, command);
  total.passed += counted.passed;
  total.failed += counted.failed;
  say(
    `${name}: ${counted.passed} passed, ${counted.failed} failed, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
}
rmSync(scratch, { recursive: true, force: true });
say(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

async function perform(name, command) {
  const isTests = command[0] === 'vitest';
  const report = join(scratch, `${name.replaceAll(' ', '-')}.json`);
  const args = isTests
    ? [...command, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
    : command;
  const code = await run(args);
  if (!isTests) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(report);
  // A file that could not even be read has no failed test of its own.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, code === 0 ? 0 : 1) };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

function run(args) {
  return new Promise((done) => {
    // turbo asks for pnpm on the path; npx puts the pinned one there.
    const [command, rest] =
      args[0] === 'turbo'
        ? ['npx', ['-y', PNPM, 'exec', ...args]]
        : [join(root, 'node_modules/.bin', args[0]), args.slice(1)];
    const child = spawn(command, rest, {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => done(1));
    child.on('close', (code) => done(code ?? 1));
  });
}
