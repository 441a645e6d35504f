import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// `npm run bench [-- NAME...]`: each benchmark by itself, its figures as JSON lines for docs/benchmarks.md.
const ascent = fileURLToPath(new URL('./ascent.mjs', import.meta.url));
const names = process.argv.slice(2);
let failed = false;
for (const name of names.length > 0 ? names : ['ingest', 'month']) {
  const { status } = spawnSync(process.execPath, [ascent, 'bench', name, '--json'], { stdio: 'inherit' });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
